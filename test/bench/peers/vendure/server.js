/*
 * A mainstream commerce server, Vendure on PostgreSQL, as its own documentation sets it up, with what
 * is quickest for it where there is a choice: no search index, no e-mail, no admin page, jobs in
 * memory, no logging, payments authorised by its own dummy handler without a call to anybody.
 *
 * node server.js PORT DATABASE_URL SKUS UNITS - makes the catalogue when the database is empty, then
 * says "ready". CPU is this process's and PostgreSQL's.
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { bootstrap, dummyPaymentHandler, DefaultLogger, LanguageCode, LogLevel } = require('@vendure/core');
const { populate } = require('@vendure/core/cli');

const [port, database, skus, units] = process.argv.slice(2);
const config = {
    apiOptions: { port: Number(port), hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
    authOptions: {
        tokenMethod: ['bearer'],
        superadminCredentials: { identifier: 'bench', password: 'bench' },
        cookieOptions: { secret: 'bench' },
    },
    dbConnectionOptions: { type: 'postgres', url: database, synchronize: true, logging: false, poolSize: 20 },
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    logger: new DefaultLogger({ level: LogLevel.Error }),
    plugins: [],
};

const initialData = {
    defaultLanguage: LanguageCode.en,
    defaultZone: 'Europe',
    countries: [{ name: 'Germany', code: 'DE', zone: 'Europe' }],
    taxRates: [{ name: 'Standard Tax', percentage: 0 }],
    shippingMethods: [{ name: 'Parcel', price: 0 }],
    paymentMethods: [
        { name: 'Dummy', handler: { code: dummyPaymentHandler.code, arguments: [{ name: 'automaticSettle', value: 'true' }] } },
    ],
    collections: [],
};

function catalogue() {
    const lines = ['name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets'];
    for (let number = 0; number < Number(skus); number++) {
        lines.push(`Item ${number},item-${number},,,,,,sku-${number},5.00,standard,${units},true,,`);
    }
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'vendure-')), 'products.csv');
    fs.writeFileSync(file, lines.join('\n') + '\n');
    return file;
}

async function main() {
    const marker = path.join(process.cwd(), 'made');
    if (!fs.existsSync(marker)) {
        const app = await populate(() => bootstrap(config), initialData, catalogue());
        await app.close();
        fs.writeFileSync(marker, 'made\n');
    }
    await bootstrap(config);
    console.log('ready');
}

main().catch(error => {
    console.error(error);
    process.exit(1);
});

// A gateway as one writes it with fastify and @platformatic/kafka: POST /v1/activity, validated, to a topic, acks=all.
//
//   node server.js PORT BROKERS TOPIC MODE     MODE: plain (await send per post) or batched (one send out, the next gathers)
//
// It is spared what ours does beside: checking the visitor's signature, Avro, and looking up whether the SKU is listed.
import fastify from 'fastify'
import { Admin, ProduceAcks, Producer, stringSerializers } from '@platformatic/kafka'

// @platformatic/kafka wants Node 22 for this; with it Node 20 does too.
Promise.withResolvers ??= () => {
  const all = {}
  all.promise = new Promise((resolve, reject) => Object.assign(all, { resolve, reject }))
  return all
}

const [port, brokers, topic, mode] = process.argv.slice(2)
const sku = { type: 'string', minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9._:-]+$' }
const kind = (properties) => ({ type: 'object', additionalProperties: false, required: Object.keys(properties), properties })
const body = {
  type: 'object',
  additionalProperties: false,
  required: ['session', 'n'],
  properties: {
    session: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    n: { type: 'integer', minimum: 0, maximum: 4294967295 },
    item_viewed: kind({ sku }),
    cart_item_set: kind({ sku, units: { type: 'integer', minimum: 0, maximum: 999 } })
  },
  oneOf: [{ required: ['item_viewed'] }, { required: ['cart_item_set'] }]
}

const clients = { clientId: 'peer-node', bootstrapBrokers: [brokers], serializers: stringSerializers }
const admin = new Admin(clients)
try {
  await admin.createTopics({ topics: [topic], partitions: 6, replicas: 1 })
} catch (error) {
  if (!JSON.stringify(error.errors ?? error.message).includes('exist')) process.stderr.write(`${error.message}\n`)
}
await admin.close()

const producer = new Producer({ ...clients, idempotent: true, acks: ProduceAcks.ALL })
const send = (messages) => producer.send({ messages, acks: ProduceAcks.ALL, idempotent: true })

let gathered = []
let out = false
async function sendGathered () {
  if (out || gathered.length === 0) return
  const batch = gathered
  gathered = []
  out = true
  try {
    await send(batch.map((one) => one.message))
    for (const one of batch) one.resolve()
  } catch (error) {
    for (const one of batch) one.reject(error)
  }
  out = false
  sendGathered()
}
function gather (message) {
  return new Promise((resolve, reject) => {
    gathered.push({ message, resolve, reject })
    if (!out) setImmediate(sendGathered)
  })
}

const app = fastify({ logger: false, bodyLimit: 65536, ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } })
app.post('/v1/activity', { schema: { body } }, async (request, reply) => {
  const cookie = /(?:^|; )fy_visitor=([0-9a-f]{32})\.[0-9a-f]{32}/.exec(request.headers.cookie ?? '')
  if (cookie === null) return reply.code(401).send({ type: '/problems/no-visitor' })
  const message = { topic, key: cookie[1], value: JSON.stringify({ visitor: cookie[1], event_ms: Date.now(), ...request.body }) }
  if (mode === 'plain') await send([message])
  else await gather(message)
  return reply.code(202).header('Location', '/v1/history').send({ accepted: 1 })
})
await app.listen({ host: '127.0.0.1', port: Number(port) })

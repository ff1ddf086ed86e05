// write_topic.js BROKERS REGISTRY TOPIC: lines {"key", "value"} into records; says how many.
const { Kafka, logLevel, Partitioners } = require('kafkajs')
const { SchemaRegistry, SchemaType } = require('@kafkajs/confluent-schema-registry')

async function main(brokers, registryUrl, topic) {
  const registry = new SchemaRegistry({ host: registryUrl })
  const text = await (await fetch(`${registryUrl}/subjects/${topic}-value/versions/latest/schema`)).text()
  // register() as it comes: a schema that is known gives its id.
  const { id } = await registry.register({ type: SchemaType.AVRO, schema: text }, { subject: `${topic}-value` })
  const kafka = new Kafka({ brokers: [brokers], logLevel: logLevel.ERROR })
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner })
  const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter(line => line !== '')
  const messages = []
  for (const line of lines) {
    const { key, value } = JSON.parse(line)
    messages.push({ key, value: await registry.encode(id, value) })
  }
  await producer.connect()
  await producer.send({ topic, acks: -1, messages })
  await producer.disconnect()
  console.log(messages.length)
}

main(...process.argv.slice(2)).then(() => process.exit(0), error => { console.error(error); process.exit(1) })

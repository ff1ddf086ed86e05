// read_topic.js BROKERS REGISTRY TOPIC: every record there is now, a line of JSON each.
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = require('kafkajs')
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry')

// kafkajs brings gzip alone; facts are kept as zstd, state as lz4.
CompressionCodecs[CompressionTypes.ZSTD] = () => ({ decompress: async bytes => Buffer.from(require('fzstd').decompress(bytes)) })
CompressionCodecs[CompressionTypes.LZ4] = () => ({ decompress: async bytes => Buffer.from(require('lz4js').decompress(bytes)) })

const EMPTY_FETCHES = 8 // In a row, of half a second each: the first ones may find nothing yet.

async function main(brokers, registryUrl, topic) {
  const kafka = new Kafka({ brokers: [brokers], logLevel: logLevel.ERROR })
  const registry = new SchemaRegistry({ host: registryUrl })
  const admin = kafka.admin()
  await admin.connect()
  const left = new Map()
  for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
    if (Number(low) < Number(high)) left.set(partition, Number(high))
  await admin.disconnect()
  if (left.size === 0) return

  const consumer = kafka.consumer({ groupId: `reader-${process.pid}-${Date.now()}`, maxWaitTimeInMs: 500 })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  await new Promise((done, failed) => {
    consumer.on(consumer.events.CRASH, event => failed(event.payload.error))
    // What ends a topic may be a transaction's marker, which no batch shows: then fetches find nothing more.
    let empty = 0
    consumer.on(consumer.events.FETCH, event => {
      empty = event.payload.numberOfBatches === 0 ? empty + 1 : 0
      if (empty === EMPTY_FETCHES) done()
    })
    consumer.run({
      eachBatchAutoResolve: true,
      eachBatch: async ({ batch }) => {
        for (const message of batch.messages) {
          const value = message.value === null ? null : await registry.decode(message.value)
          console.log(JSON.stringify({ partition: batch.partition, offset: Number(message.offset),
            key: message.key.toString(), value }))
        }
        if (Number(batch.lastOffset()) + 1 >= left.get(batch.partition)) left.delete(batch.partition)
        if (left.size === 0) done()
      },
    }).catch(failed)
  })
  await consumer.disconnect()
}

main(...process.argv.slice(2)).then(() => process.exit(0), error => { console.error(error); process.exit(1) })

// node testing/sync/run.ts --histories 100000 --seed 1 [--steps 30]: longer runs than `npm test` affords.
import { parseArgs } from 'node:util'
import { searchHistories } from './search-histories.ts'
import { soundBuild } from './build.ts'

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '30' },
  },
})

const begun = performance.now()
const result = await searchHistories(soundBuild, {
  histories: Number(values.histories),
  seed: Number(values.seed),
  steps: Number(values.steps),
  clocksEvery: 10,
})
const seconds = (performance.now() - begun) / 1000
console.log(`${result.played} histories in ${seconds.toFixed(1)} s`)
console.table(result.figures)
if (result.failure !== null) {
  console.log(result.failure)
  process.exitCode = 1
}

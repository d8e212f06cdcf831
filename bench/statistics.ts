// The statistics beside the same analyses in R, in one run: per call inside one process, and as a whole command.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  correlateColumns,
  describeValues,
  estimateAlpha,
  runAnalysis,
} from '../statistics/index.ts'
import { printMachine } from './measure.ts'
import { fillSurvey, smallData, statisticsTasks, type Task } from './statistics-tasks.ts'

const command = fileURLToPath(new URL('../server/app/kiteline.ts', import.meta.url))
const people = 100_000
const itemCount = 60

function middle(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function timeCalls(work: () => unknown, calls: number): number {
  work()
  return middle(
    Array.from({ length: calls }, () => {
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )
}

/** Milliseconds per call of every expression, measured inside one R; null without R. */
function timeInR(setUp: string, expressions: readonly string[], calls: number): number[] | null {
  const script = `options(warn = -1); ${setUp}
for (f in list(${expressions.map((code) => `function() {${code}}`).join(', ')})) { f()
  took <- numeric(${calls}); for (i in seq_len(${calls})) { start <- proc.time()[['elapsed']]; n <- 0
    repeat { f(); n <- n + 1; spent <- proc.time()[['elapsed']] - start; if (spent > .02) break }; took[i] <- spent / n }
  cat(median(took) * 1000, '\\n') }`
  const done = spawnSync('Rscript', ['-'], { input: script, encoding: 'utf8' })
  if (done.error !== undefined || done.status !== 0) return null
  return done.stdout.trim().split('\n').map(Number)
}

function timeProcess(program: string, args: readonly string[], input: string): number | null {
  const times: number[] = []
  for (let i = 0; i < 5; i += 1) {
    const start = performance.now()
    const done = spawnSync(program, [...args], { input, encoding: 'utf8' })
    if (done.error !== undefined || done.status !== 0) return null
    times.push(performance.now() - start)
  }
  return middle(times)
}

function print(name: string, ours: number, theirs: number | null): void {
  const figures =
    theirs === null
      ? 'no R here'
      : `R ${theirs.toFixed(3).padStart(9)} ms   ratio ours/R ${(ours / theirs).toFixed(2)}`
  console.log(`${name.padEnd(40)} ${ours.toFixed(3).padStart(9)} ms   ${figures}`)
}

function benchCalls(tasks: readonly Task[]): void {
  console.log('\nper call, inside one process (middle of 9)')
  const setUp = Object.entries(smallData)
    .map(([name, values]) => `${name} <- c(${values.map((v) => JSON.stringify(v)).join(',')})`)
    .join('\n')
  const theirs = timeInR(
    setUp,
    tasks.map((task) => task.r),
    9,
  )
  for (const [i, task] of tasks.entries()) {
    const ours = timeCalls(() => runAnalysis(task.analysis, task.data, task.options), 9)
    print(task.name, ours, theirs?.[i] ?? null)
  }
}

function benchCommand(): void {
  console.log('\nwhole command, start to exit (middle of 5)')
  const { pre, post } = smallData
  const request = JSON.stringify({ data: { pre, post } })
  const ours = timeProcess(process.execPath, [command, 'stats', 'wilcoxon-signed-rank'], request)
  const r = `pre <- c(${pre}); post <- c(${post}); print(wilcox.test(post, pre, paired = TRUE, exact = FALSE))`
  if (ours !== null) print('kiteline stats / Rscript', ours, timeProcess('Rscript', ['-e', r], ''))
}

function benchSurvey(): void {
  console.log(
    `\nsurvey of ${people.toLocaleString('en')} people and ${itemCount} items (middle of 3)`,
  )
  const items = fillSurvey(people, itemCount)
  const folder = mkdtempSync(join(tmpdir(), 'kiteline-bench-'))
  const file = join(folder, 'survey.csv')
  const head = items.map((_, j) => `q${j}`).join(',')
  const lines = Array.from({ length: people }, (_, i) => items.map((c) => c[i] ?? 'NA').join(','))
  writeFileSync(file, `${head}\n${lines.join('\n')}\n`)
  const alpha =
    'm <- m[complete.cases(m), ]; v <- var(m); k <- ncol(m); k / (k - 1) * (1 - sum(diag(v)) / sum(v))'
  const theirs = timeInR(
    `m <- as.matrix(read.csv('${file.replaceAll('\\', '/')}'))`,
    [
      'apply(m, 2, function(x) { x <- x[!is.na(x)]; c(mean(x), sd(x), quantile(x)) })',
      alpha,
      "cor(m, use = 'pairwise')",
    ],
    3,
  )
  rmSync(folder, { recursive: true })
  const ours = [
    () => items.map((column) => describeValues(column)),
    () => estimateAlpha(items),
    () => correlateColumns(items),
  ]
  const names = ['describe every item', 'alpha, complete rows', 'all 1,770 correlations, pairwise']
  for (const [i, work] of ours.entries()) {
    print(names[i] ?? '', timeCalls(work, 3), theirs?.[i] ?? null)
  }
  console.log(`memory of this process: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
}

export function benchStatistics(): void {
  printMachine()
  benchCalls(statisticsTasks)
  benchCommand()
  benchSurvey()
}

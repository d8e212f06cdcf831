// A county's survey in the desk: 100,000 sheets of 60 items go to the worker that counts them, while the page is watched for holds.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { openBrowser } from '../e2e/browser.ts'
import { printMachine } from './measure.ts'

const assets = fileURLToPath(new URL('../dist/desk/assets', import.meta.url))
const stepsShape = z.array(z.tuple([z.string(), z.number(), z.number()]))

function findWorker(): string {
  const name = existsSync(assets)
    ? readdirSync(assets).find((file) => /^survey-worker-.*\.js$/.test(file))
    : undefined
  if (name === undefined) throw new Error('The desk is not built: npm run build')
  return name
}

async function serveWorker(name: string): Promise<{ address: string; close: () => void }> {
  const code = readFileSync(join(assets, name))
  const server = createServer((request, response) => {
    const wanted = request.url === '/worker.js'
    response
      .writeHead(200, { 'content-type': wanted ? 'text/javascript' : 'text/html; charset=utf-8' })
      .end(wanted ? code : '<!doctype html><title>survey</title>')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const place = server.address()
  const port = typeof place === 'object' && place !== null ? place.port : 0
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

/** Runs in the page: as the desk does it, slices of 2,000 with a breath between. */
const inPage = `(async () => {
  const people = 100000, ids = Array.from({ length: 60 }, (_, at) => 'q' + at)
  const part = (id, items, scoring) => ({ id, title: { 'zh-CN': '', en: id }, items, reversedItems: null, scoring, factor: 1,
    direction: 'neutral', missing: { kind: 'none' }, tags: [], norms: [], reliability: [] })
  const scale = {
    items: ids.map((id, at) => ({ id, number: at + 1, text: null, response: { kind: 'choice', set: 'five' }, reversed: at % 5 === 0,
      required: false, readAloud: null, mirror: null })),
    responseSets: [{ id: 'five', min: 1, max: 5, options: [], pictures: 'none' }],
    subscales: [0, 1, 2, 3, 4, 5].map((at) => part('s' + at, ids.slice(at * 10, at * 10 + 10), 'mean')),
    total: part('all', ids, 'sum'),
  }
  let seed = 1
  const dice = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
  const rows = Array.from({ length: people }, (_, at) => {
    const own = dice()
    return { respondentCode: 'c' + at, groupLabel: 'class ' + (at % 30), extra: { gender: at % 2 },
      answers: Object.fromEntries(ids.map((id) => [id, 1 + Math.floor(((own + dice()) / 2) * 5)])) }
  })
  let longest = 0, last = performance.now(), watching = true
  const watch = () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; if (watching) setTimeout(watch) }
  await new Promise((resolve) => setTimeout(resolve, 500))
  last = performance.now(); watch()
  const worker = new Worker('/worker.js', { type: 'module' })
  const heard = (kind) => new Promise((resolve) => {
    const listen = ({ data }) => { if (data.kind === kind) { worker.removeEventListener('message', listen); resolve() } }
    worker.addEventListener('message', listen)
  })
  const steps = []
  let begun = performance.now()
  const step = (what) => { steps.push([what, performance.now() - begun, longest]); begun = performance.now(); longest = 0 }
  worker.postMessage({ kind: 'begin', scale })
  for (let from = 0; from < people; from += 2000) {
    worker.postMessage({ kind: 'rows', rows: rows.slice(from, from + 2000) })
    await new Promise((resolve) => setTimeout(resolve))
  }
  step('handed over')
  const table = heard('table'); worker.postMessage({ kind: 'ready' }); await table; step('kept as columns')
  const ask = async (what, question) => {
    const answer = heard('answer'); worker.postMessage({ kind: 'ask', round: steps.length, question }); await answer; step(what)
  }
  await ask('whole survey: 7 scores, 60 frequencies, 30 classes', { about: 'school', split: '', outside: false })
  await ask('one question by class', { about: 'cross', itemId: 'q7', split: '', outside: false })
  await ask('is a scale of 10 working', { about: 'scale', partId: 's1' })
  await ask('is a scale of 60 working', { about: 'scale', partId: 'all' })
  watching = false
  return steps
})()`

export async function benchSurveyInDesk(): Promise<void> {
  printMachine()
  const served = await serveWorker(findWorker())
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(served.address)
    const found: unknown = await page.evaluate(inPage)
    for (const [what, took, held] of stepsShape.parse(found))
      console.log(
        `${what}: ${Math.round(took)} ms; the page was held for at most ${Math.round(held)} ms`,
      )
  } finally {
    await browser.close()
    served.close()
  }
}

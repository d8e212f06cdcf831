import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { analyses, findAnalysis, runAnalysis } from '../../statistics/registry.ts'
import { chooseData, decodeText, readTable } from './stats-csv.ts'
import { StatsRefusal } from './stats-refusal.ts'

const command = fileURLToPath(new URL('kiteline.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'kiteline-stats-'))
const noChoices = { columns: [], where: [], missing: [] }
afterAll(() => rmSync(folder, { recursive: true }))

function stats(args: readonly string[], input = ''): { code: number | null; answer: unknown } {
  const done = spawnSync(process.execPath, [command, 'stats', ...args], { input, encoding: 'utf8' })
  return { code: done.status, answer: JSON.parse(done.stdout) }
}

function named(name: string) {
  const analysis = findAnalysis(name)
  if (analysis === null) throw new Error(name)
  return analysis
}

describe('kiteline stats', () => {
  it('lists every analysis with methods, columns, options and an example', () => {
    const { code, answer } = stats(['list', '--json'])
    expect(code).toBe(0)
    expect(answer).toHaveLength(analyses.length)
    expect(answer).toContainEqual(
      expect.objectContaining({ name: 'nap', columns: named('nap').columns }),
    )
  })

  it('reads data and options from standard input and prints the result', () => {
    const data = { pre: [1, 2, 4], post: [2, 4, 7] }
    const { code, answer } = stats(
      ['paired-t', '--json'],
      JSON.stringify({ data, options: { level: 0.9 } }),
    )
    expect(code).toBe(0)
    expect(answer).toEqual(runAnalysis('paired-t', data, { level: 0.9 }))
  })

  it('reads a CSV, one group only, with an option', () => {
    const file = join(folder, 'groups.csv')
    writeFileSync(file, 'who,group,score\n1,a,4\n2,a,NA\n3,a,6\n4,b,9\n5,b,7\n6,b,\n7,b,8\n')
    const { code, answer } = stats([
      'compare-means',
      ...['--data', file, '--option', 'level=0.9'],
      ...['--column', 'x=score@group=a', '--column', 'y=score@group=b'],
    ])
    expect(code).toBe(0)
    const data = { x: [4, null, 6], y: [9, 7, null, 8] }
    expect(answer).toEqual(runAnalysis('compare-means', data, { level: 0.9 }))
  })

  it.each([
    [
      'a refusal of the analysis',
      ['paired-t'],
      '{"data":{"pre":[1],"post":[2]}}',
      'TooFewValues',
      'pairs',
    ],
    ['an unknown analysis', ['wilcoxon'], '{}', 'BadInput', 'wilcoxon-signed-rank'],
    ['input that is not JSON', ['paired-t'], '{bad', 'BadInput', 'not JSON'],
    ['a request of another shape', ['paired-t'], '[1, 2]', 'BadInput', '"options"'],
    [
      'a file that is not there',
      ['paired-t', '--data', 'nowhere.csv'],
      '',
      'BadInput',
      'nowhere.csv',
    ],
    ['an argument that it does not know', ['paired-t', '--nonsense'], '', 'BadInput', 'nonsense'],
  ])('answers %s with its reason and exit code 2', (_, args, input, reason, detail) => {
    const { code, answer } = stats(args, input)
    expect(code).toBe(2)
    expect(answer).toMatchObject({ ok: false, reason, detail: expect.stringContaining(detail) })
  })
})

describe('columns of a CSV', () => {
  it('take all columns that nothing else uses as items, and conditions leave rows out', () => {
    const table = readTable('school,a,b,c\nx,1,2,3\ny,4,5,6\nx,7,8,-9\n')
    const choices = { columns: [], where: ['school=x'], missing: ['-9'] }
    expect(chooseData(named('alpha'), table, choices)).toEqual({
      items: { a: [1, 7], b: [2, 8], c: [3, null] },
    })
  })

  it('give a table of counts, a single number, and labels with weights', () => {
    const counts = readTable('yes,no\n12,5\n4,11\n')
    expect(
      chooseData(named('fisher'), counts, { ...noChoices, columns: ['counts=yes,no'] }),
    ).toEqual({
      counts: [
        [12, 5],
        [4, 11],
      ],
    })
    const choices = { ...noChoices, columns: ['n=8', 'effect=.5'] }
    expect(chooseData(named('power'), counts, choices)).toEqual({ n: 8, effect: 0.5 })
    const long = readTable('row,column,weight\na,x,12\na,y,5\nb,x,4\nb,y,11\n')
    const found = runAnalysis('chi-square', chooseData(named('chi-square'), long, noChoices))
    const plain = runAnalysis('chi-square', {
      counts: [
        [12, 5],
        [4, 11],
      ],
    })
    expect(found).toEqual(plain)
  })

  it('of one column keep an empty line as a missing value, except at the end', () => {
    const table = readTable('values\nyes\n\nno\n\n\n')
    expect(chooseData(named('frequencies'), table, noChoices)).toEqual({
      values: ['yes', null, 'no'],
    })
    expect(readTable('a,b\n1,2\n\n3,4\n').rows).toHaveLength(2)
  })

  it('take a list that is no column as it is written', () => {
    const table = readTable('lin,mei,6\n3,2,1\n4,3,1\n')
    const choices = { ...noChoices, columns: ['starts=[1, 6]'] }
    expect(chooseData(named('multiple-baseline'), table, choices)).toEqual({
      tiers: { lin: [3, 4], mei: [2, 3], '6': [1, 1] },
      starts: [1, 6],
    })
    const broken = { ...noChoices, columns: ['starts=[1,'] }
    expect(() => chooseData(named('multiple-baseline'), table, broken)).toThrow(StatsRefusal)
  })

  it.each([
    ['a text where a number belongs', 'pre,post\n1,2\n3,four\n', noChoices, 'row 3: "four"'],
    [
      'a column that is not there',
      'pre,post\n1,2\n',
      { ...noChoices, columns: ['pre=before'] },
      'before',
    ],
    [
      'a target that the analysis has not',
      'pre,post\n1,2\n',
      { ...noChoices, columns: ['x=pre'] },
      'no column x',
    ],
    ['two columns of one name', 'pre,pre\n1,2\n', noChoices, 'two columns'],
    ['a row that is too long', 'pre,post\n1,2,3\n', noChoices, 'cannot be read'],
    ['a header only', 'pre,post\n', noChoices, 'no row'],
  ])('refuse %s', (_, text, choices, message) => {
    const read = () => chooseData(named('paired-t'), readTable(text), choices)
    expect(read).toThrow(StatsRefusal)
    expect(read).toThrow(message)
  })

  it('are read from GB18030 as well as from UTF-8', () => {
    expect(decodeText(new Uint8Array([0xd4, 0xda, 0xbc, 0xd2]))).toBe('在家')
    expect(decodeText(new TextEncoder().encode('在家'))).toBe('在家')
  })
})

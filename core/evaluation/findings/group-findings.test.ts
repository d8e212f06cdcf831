import { describe, expect, it } from 'vitest'
import { groupWorld, wordingIn } from '../cases/group-world.ts'
import { evaluateChange } from '../evaluate-change.ts'
import { listMethods, listRows } from './finding.ts'
import { describeHeat } from './heat-finding.ts'
import { describeMirror } from './mirror-finding.ts'
import { describeOverview } from './overview-finding.ts'

const zh = wordingIn('zh-CN')
const en = wordingIn('en')
const reliability = [{ kind: 'retest', value: 0.8, sd: 2, source: 'A manual' }]
const { scales, mirrors } = evaluateChange(groupWorld({ reliability }))
const [scale] = scales
const [mirror] = mirrors
if (scale === undefined || mirror === undefined) throw new Error('no scale')
const both = [scale, { ...scale, id: 'other', instrumentCode: 'other' }]

describe('families × dimensions, to take along [EVA-33]', () => {
  it('counts every cell once and keeps the change with all its digits [EVA-12]', () => {
    const finding = describeHeat('Group one', both, en)
    expect(finding.title).toContain('Group one')
    expect(finding.charts).toHaveLength(1)
    expect(finding.sentence).toContain(
      '6 rows and 2 dimensions, 10 cells with a score before and after: 8 went up, 0 went down and 2 did not move; 2 more lack one of the two scores. Of those that moved, 6 cells are beyond measurement error',
    )
    expect(finding.tables[0]?.rows[0]?.slice(1)).toEqual([3, 3])
    expect(finding.tables[0]?.rows[2]?.slice(1)).toEqual(['missing', 'missing'])
  })

  it('says where measurement error is not known, so that an open mark is not read as “within”', () => {
    const blind = both.map((one) => ({ ...one, reliable: null }))
    expect(describeHeat('', both, zh).notes.join()).not.toContain('没有信度资料')
    const unknown = describeHeat('', blind, zh)
    expect(unknown.notes.join()).toContain('2 个方面没有信度资料')
    expect(unknown.sentence).toContain('是否超出测量误差判断不了')
    expect(unknown.sentence).not.toContain('0 格超出')
  })
})

describe('all scales on one sheet, to take along [EVA-33]', () => {
  it('gives each mean change with interval, n and method, and who was measured twice', () => {
    const finding = describeOverview('Group one', both, en)
    expect(finding.figures).toHaveLength(2)
    expect(finding.figures[0]?.value).toMatch(/^mean change \+2\.00 \[.+\], n = 5$/)
    expect(listMethods(finding)).toHaveLength(1)
    expect(finding.tables[0]?.rows[0]?.slice(1, 6)).toEqual([6, 6, 5, 5, 2])
  })

  it('names what stands apart from 0 and warns of looking at many; never calls it significant', () => {
    const apart = describeOverview('', both, en).sentence
    expect(apart).toContain('leaves out 0 in 2 dimensions')
    expect(apart).toContain('by chance')
    const wide = both.map((one) => ({
      ...one,
      numbers: { ...one.numbers, interval: { low: -1, high: 1, level: 0.95, method: 't' } },
    }))
    expect(describeOverview('', wide, zh).sentence).toContain('也不能说没有变化')
    for (const wording of [zh, en])
      expect(JSON.stringify(describeOverview('', both, wording))).not.toMatch(/显著|significant/)
  })

  it('warns below five', () => {
    const four = both.map((one) => ({ ...one, numbers: { ...one.numbers, n: 4 } }))
    const finding = describeOverview('', four, zh)
    expect(finding.notes.join()).toContain('只有 4 份')
    expect(finding.figures[0]?.value).toContain('不足 5 份')
  })
})

describe('child and parent before and after, to take along [EVA-8]', () => {
  it('gives each pair’s means and gaps, and the change with its interval', () => {
    const finding = describeMirror('Group one', { ...mirror, numbers: scale.numbers }, en)
    const table = finding.tables[0]
    expect(table?.rows).toHaveLength(mirror.lines.length)
    expect(table?.rows.map((row) => row.at(-1))).toEqual(mirror.lines.map(({ change }) => change))
    expect(finding.figures.at(-1)?.value).toMatch(/^\+2\.00 \[/)
    expect(listMethods(finding)).toHaveLength(1)
    expect(finding.notes.join()).toContain('No comparison group')
  })

  it('says that there is no interval instead of printing dashes for one', () => {
    const bare = {
      ...mirror,
      lines: mirror.lines.filter(({ change }) => change !== null).slice(0, 2),
      numbers: { ...mirror.numbers, n: 2, interval: null },
    }
    const finding = describeMirror('', bare, en)
    expect(finding.sentence).toContain('there is no interval')
    expect(finding.sentence).not.toContain('–')
    expect(finding.notes.join()).toContain('Only 2 have both scores')
  })

  it('counts families, not pairs: five pairs of four families are few, and go together', () => {
    const lines = mirror.lines.filter(({ change }) => change !== null)
    const [first] = lines
    const related = lines.map((line, at) =>
      at === 1 && first !== undefined ? { ...line, familyCode: first.familyCode } : line,
    )
    expect(lines).toHaveLength(5)
    const notes = describeMirror('', { ...mirror, lines: related }, en).notes.join()
    expect(notes).toContain('Only 4 families')
    expect(notes).toContain('5 lines come from 4 families')
    expect(describeMirror('', mirror, en).notes.join()).not.toContain('families')
  })
})

it.each([zh, en])('leaves no key and no placeholder unfilled', (wording) => {
  const findings = [
    describeHeat('', both, wording),
    describeOverview('', both, wording),
    describeMirror('', mirror, wording),
  ]
  for (const finding of findings)
    expect(JSON.stringify(listRows(finding, wording))).not.toMatch(/evaluation:|\{\{|undefined|NaN/)
})

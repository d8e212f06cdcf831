import { describe, expect, it } from 'vitest'
import { surveyInstrument, surveyItems } from '../../inquiry/cases/survey-2800.ts'
import { summariseSurvey } from '../../inquiry/survey-summary.ts'
import { wordingIn } from '../cases/group-world.ts'
import { scalesOf } from '../../inquiry/check-scale.ts'
import { describeScaleQuality } from '../findings/scale-finding.ts'
import { describeSchool } from '../findings/school-finding.ts'
import { describeSchoolScale } from '../findings/school-scale-finding.ts'
import { assessScale } from './assess-scale.ts'
import { summariseSchool, type SchoolOptions } from './summarise-school.ts'
import { buildSurveyTable, type SurveyedScale } from './survey-table.ts'

const en = wordingIn('en')

/** Sheets of each class; answers differ from sheet to sheet and hang on nothing but the place. */
function schoolOf(
  classes: Readonly<Record<string, number>>,
  options: SchoolOptions = { split: '', outside: true },
  scale: SurveyedScale = surveyInstrument,
) {
  const table = buildSurveyTable(scale)
  let sheet = 0
  for (const [groupLabel, size] of Object.entries(classes))
    for (let left = size; left > 0; left -= 1) {
      sheet += 1
      const answers = surveyItems.map((item, at) => [
        item,
        1 + ((sheet * 7 + at * (sheet + 3)) % 6),
      ])
      table.add({ groupLabel, answers: Object.fromEntries(answers), extra: {} })
    }
  return summariseSchool(scale, table.finish(), options)
}

function sayFirst(summary: ReturnType<typeof schoolOf>, wording = en) {
  const [scale] = summary.scales
  if (scale === undefined) throw new Error('no scale')
  return describeSchoolScale(surveyInstrument, scale, 'class', wording)
}

/** Everybody with a score who stands in no row of the table of groups. */
function countApart(summary: ReturnType<typeof schoolOf>): number {
  const [scale] = summary.scales
  if (scale?.description?.ok !== true) throw new Error('no scores')
  return scale.groups.reduce((left, { n }) => left - n, scale.description.n)
}

describe('a whole survey read from outside the team [EVA-26]', () => {
  it('shows no group beside which the number and mean of all would tell a small one', () => {
    const two = schoolOf({ A: 20, B: 15, Z: 1 })
    expect(sayFirst(two).tables).toEqual([])
    expect(sayFirst(two).notes.join(' ')).toContain('3 groups are not shown')
    expect(two.scales[0]).toMatchObject({ test: null, etaSquared: null, clustering: { ok: false } })
    const four = schoolOf({ A: 20, B: 15, C: 9, Z: 1 })
    expect(sayFirst(four).tables[0]?.rows.map(([label]) => label)).toEqual(['A', 'B'])
    expect(countApart(four)).toBe(10)
  })

  it('folds small groups into one row, in the picture too', () => {
    const finding = sayFirst(schoolOf({ A: 20, B: 15, Y: 3, Z: 2 }))
    expect(finding.tables[0]?.rows.map(([label, n]) => [label, n])).toEqual([
      ['A', 20],
      ['B', 15],
      ['Small groups together', 5],
    ])
    expect(JSON.stringify(finding.charts)).toContain('Small groups together (n = 5)')
    expect(finding.notes.join(' ')).toContain('one row together')
  })

  it('counts how alike classes answer from the classes that are shown', () => {
    const options = { split: null, outside: true }
    const [all] = schoolOf({ A: 20, B: 15, Y: 3, Z: 2 }, options).scales
    expect(all?.clustering).toMatchObject({ value: { clusters: 2, meanSize: 17.5 } })
  })

  it('tells nobody’s score: neither the least and the most, nor where fewer than five have one', () => {
    const many = describeSchool('S', surveyInstrument, schoolOf({ A: 30 }), en)
    expect(JSON.stringify(many.tables[0]?.columns)).not.toContain('Least')
    expect(many.tables[0]?.rows.every((row) => row.length === many.tables[0]?.columns.length)).toBe(
      true,
    )
    const inside = schoolOf({ A: 30 }, { split: null, outside: false })
    const seen = describeSchool('S', surveyInstrument, inside, en)
    expect(JSON.stringify(seen.tables[0]?.columns)).toContain('Least')
    const few = sayFirst(schoolOf({ A: 3 }))
    expect(few).toMatchObject({ charts: [], figures: [], tables: [] })
    expect(few.sentence).toContain('fewer than 5 people have a score')
    expect(
      describeSchool('S', surveyInstrument, schoolOf({ A: 3 }), en).tables[0]?.rows[0],
    ).toEqual([expect.any(String), 'below 5', 0, null, null, null, null, null])
  })
})

describe('a survey with skip logic [INQ-18]', () => {
  const skips = {
    ...surveyInstrument,
    items: surveyInstrument.items.map((item) =>
      item.id === 'O5'
        ? { ...item, showIf: [[{ item: 'A1', is: 'equal' as const, value: 1 }]] }
        : item,
    ),
  }
  const sheets = Array.from({ length: 40 }, (_, row) =>
    Object.fromEntries(
      surveyItems.map((item, at) => {
        if (item === 'A1') return [item, row % 4 === 0 ? 1 : 3]
        if (item === 'O5' && row % 4 !== 0) return [item, null]
        return [item, row === 0 && item === 'A2' ? null : 1 + ((row * 7 + at * 3) % 6)]
      }),
    ),
  )
  const table = buildSurveyTable(skips)
  for (const answers of sheets) table.add({ groupLabel: '', answers, extra: {} })
  const school = summariseSchool(skips, table.finish(), { split: null, outside: false })

  it('is as complete as its own page says: who was not asked has left nothing out', () => {
    const page = summariseSurvey(skips, sheets)
    if (!page.ok) throw new Error(page.refusal.id)
    expect(school.complete).toBe(page.value.completeCount)
    expect(school.complete).toBe(39)
    const missing = school.items.reduce((sum, item) => sum + item.missing, 0)
    expect(missing).toBe(page.value.missingCount)
    expect(school.items.find(({ itemId }) => itemId === 'O5')).toMatchObject({
      asked: 10,
      answered: 10,
      missing: 0,
    })
  })

  it('takes its shares from those who were asked', () => {
    const [seldom] = school.items
    if (seldom === undefined) throw new Error('no item')
    const items = [{ ...seldom, itemId: 'O5', asked: 10, answered: 8, missing: 2 }]
    const finding = describeSchool('S', skips, { ...school, items }, en)
    expect(finding.sentence).toContain('20.0% of all answers missing')
    expect(finding.notes.join(' ')).toContain('(20.0%)')
    expect(finding.tables[1]?.rows[0]?.[2]).toBe('2 (20.0%)')
  })
})

describe('one score in words', () => {
  const one = schoolOf({ A: 1 }, { split: null, outside: false })

  it('has no interval and no SD', () => {
    expect(sayFirst(one).sentence).toMatch(/“.+”: one score, [\d.]+, on a scale from 1 to 6\. $/)
    expect(sayFirst(one, wordingIn('zh-CN')).sentence).toContain('只有 1 人有得分')
    expect(sayFirst(one).figures[0]?.value).not.toContain('SD')
    expect(describeSchool('S', surveyInstrument, one, en).sentence).toContain('1 sheet came in')
  })

  it('says of an interval by how much classes widen it, and never that they narrow it', () => {
    const [scale] = schoolOf({ A: 12, B: 12, C: 12, D: 12 }, { split: null, outside: false }).scales
    if (scale?.clustering.ok !== true) throw new Error('no clusters')
    const { clustering } = scale
    const say = (designEffect: number): string => {
      const value = { ...clustering.value, designEffect }
      return describeSchoolScale(
        surveyInstrument,
        { ...scale, clustering: { ...clustering, value } },
        '',
        en,
      ).sentence
    }
    expect(say(2.25)).toContain('about 1.50 times as wide')
    expect(say(0.6)).toContain('need not be wider')
  })
})

describe('is our scale working, read from outside the team [EVA-26]', () => {
  const [part] = scalesOf(surveyInstrument)
  if (part === undefined) throw new Error('no scale')
  /** Everybody answers 2 to 5 often enough; three answer the first question with 1. */
  const table = buildSurveyTable(surveyInstrument)
  for (let row = 0; row < 60; row += 1) {
    const answers = surveyItems.map((item, at) => {
      const value = 2 + ((row + at * (row % 3)) % 4)
      return [item, row < 3 && item === part.items[0] ? 1 : value]
    })
    table.add({ groupLabel: '', answers: Object.fromEntries(answers), extra: {} })
  }
  const rows = table.finish()
  const rowsFor = (outside: boolean) =>
    describeScaleQuality(surveyInstrument, assessScale(surveyInstrument, part, rows, outside), en)
      .tables[0]?.rows ?? []

  it('shows neither mean nor ends of a question that few answered in one way', () => {
    const [first, second] = rowsFor(true)
    expect([first?.[3], first?.[4], first?.[7], first?.[8]]).toEqual([null, null, null, null])
    expect(second?.[3]).not.toBeNull()
    expect(rowsFor(false)[0]?.[3]).not.toBeNull()
    expect(rowsFor(false)[0]?.slice(7)).toContain('5%')
  })
})

import { describe, expect, it } from 'vitest'
import { readExpected, readTrial } from '../cases/read-trial.ts'
import { wordingIn } from '../cases/group-world.ts'
import { chooseReference, referenceOf } from '../choose-reference.ts'
import { compareSurveyGroups } from '../compare-survey-groups.ts'
import { evaluateSurveyChange, type SurveyRecords } from '../evaluate-survey-change.ts'
import { hideSmallGroups } from '../survey/hide-small-groups.ts'
import { describeSurveyGroups } from './describe-survey-groups.ts'
import type { Finding } from './finding.ts'

const zh = wordingIn('zh-CN')
const en = wordingIn('en')
const records = readTrial()

function scaleOf(world: SurveyRecords) {
  const [scale] = evaluateSurveyChange(world).scales
  if (scale === undefined) throw new Error('no scale')
  return scale
}
const trial = scaleOf(records)
/** The first codes of each group answered only before. */
const left = scaleOf({
  ...records,
  sheets: records.sheets.filter(
    ({ waveId, respondentCode }) =>
      waveId === records.before.id || !['1', '2', '3', '30', '60'].includes(respondentCode),
  ),
})

const figureOf = (finding: Finding, label: string): string =>
  finding.figures.find((one) => one.label === label)?.value ?? `no ${label}`

describe('groups of a survey beside each other [EVA-11]', () => {
  const finding = describeSurveyGroups(trial, en)

  it('compares each group with the one called control, adjusted for the score before, in one sentence', () => {
    expect(referenceOf(trial)).toBe('Cont')
    expect(finding.sentence).toMatch(
      /^“Weight” \(higher is better\): adjusted for the score before, CBT \(29 people\) ended 4\.1 points above Cont \(26 people\) \(95% interval \+0\.3 to \+7\.9, which does not include 0\), FT \(17 people\) ended 8\.7 points above Cont/,
    )
    expect(finding.sentence).toContain('all 72 people have both scores')
    expect(finding.sentence).toContain('group and way of working cannot be told apart')
    expect(finding.sentence).not.toMatch(/significant|effect/)
  })

  it('shows the adjusted means that R gives, beside the changes', () => {
    const check = readExpected()
    const numberOf = (label: string): number => Number(figureOf(finding, label).split(' ')[0])
    expect(numberOf('CBT: mean change')).toBeCloseTo(3, 0)
    const means = trial.comparison?.ancova?.adjustedMeans ?? []
    const meanOf = (label: string) => means.find((one) => one.label === label)?.mean ?? 0
    check('ancova_adjusted_means', ['CBT', 'Cont', 'FT'].map(meanOf))
    for (const { label, mean } of means)
      expect(numberOf(`${label}: mean after, adjusted for the score before`)).toBeCloseTo(mean, 0)
    expect(means).toHaveLength(3)
  })

  it('draws the groups and, under them, each difference from the reference', () => {
    const [first, ...lines] = finding.charts
    expect(first).toMatchObject({
      kind: 'forest',
      together: [{ label: 'CBT minus Cont' }, { label: 'FT minus Cont' }],
    })
    expect(lines.map(({ kind }) => kind)).toEqual(['pairedLines', 'pairedLines', 'pairedLines'])
  })

  it('names scale and people, never an empty name and never families', () => {
    const unnamed = { ...trial, title: { 'zh-CN': '', en: '' } }
    const said = JSON.stringify(describeSurveyGroups(unnamed, zh))
    expect(said).toContain('“weight”')
    expect(said).not.toMatch(/“”|家庭/)
  })

  it('takes the name of the questionnaire for its only scale where that has none', () => {
    const [scale] = records.instrument.subscales
    if (scale === undefined) throw new Error('no scale')
    const bare = { ...scale, title: { 'zh-CN': '', en: '' } }
    const instrument = { ...records.instrument, subscales: [bare] }
    expect(scaleOf({ ...records, instrument }).title).toEqual(records.instrument.title)
  })

  it('lets a person choose the group to compare with, and turns every difference', () => {
    const chosen = chooseReference(trial, 'FT')
    expect(referenceOf(chosen)).toBe('FT')
    const said = describeSurveyGroups(chosen, en)
    expect(said.sentence).toContain('Cont (26 people) ended 8.7 points below FT (17 people)')
    expect(chooseReference(trial, 'Cont')).toBe(trial)
    expect(chooseReference(trial, 'nobody')).toBe(trial)
  })

  it('turns pairs round instead of computing them again, to the same figures', () => {
    const again = compareSurveyGroups(trial.lines, ['CBT', 'Cont', 'FT'])
    const turned = chooseReference(trial, 'FT').comparison
    for (const first of ['CBT', 'Cont']) {
      const pairIn = (found: typeof again) =>
        found?.contrasts.find((one) => one.first === first && one.second === 'FT')
      const wanted = pairIn(again)
      const found = pairIn(turned)
      for (const key of ['difference', 't', 'df', 'p', 'pHolm', 'g', 'dPpc2'] as const)
        expect(found?.[key], key).toBeCloseTo(wanted?.[key] ?? 0, 10)
      for (const key of ['interval', 'gInterval'] as const) {
        expect(found?.[key]?.low).toBeCloseTo(wanted?.[key]?.low ?? 0, 6)
        expect(found?.[key]?.high).toBeCloseTo(wanted?.[key]?.high ?? 0, 6)
      }
      expect(found?.n).toEqual(wanted?.n)
      expect(found?.rankSum?.u).toBe(wanted?.rankSum?.u)
      const adjustedIn = (one: typeof again) =>
        one?.ancova?.contrasts.find((pair) => pair.first === 'FT' && pair.second === first)
      expect(adjustedIn(turned)?.difference).toBeCloseTo(adjustedIn(again)?.difference ?? 0, 10)
      expect(adjustedIn(turned)?.interval.low).toBeCloseTo(adjustedIn(again)?.interval.low ?? 0, 10)
    }
  })

  it('says how many are missing and whether leaving went with the start [EVA-4]', () => {
    const said = describeSurveyGroups(left, en)
    expect(said.sentence).toContain('of 72 people, 5 lack the answers before or after')
    expect(said.notes.join(' ')).toMatch(/points (above|below) the 5 not measured again/)
  })

  it('compares the changes where nothing can be adjusted, and says why', () => {
    const none = {
      ...trial,
      comparison: trial.comparison && {
        ...trial.comparison,
        ancova: null,
        noAncova: 'ZeroVariance',
      },
    }
    const said = describeSurveyGroups(none, en)
    expect(said.sentence).toContain('CBT (29 people) changed by 3.5 points more than Cont')
    expect(said.notes.join(' ')).toContain('The adjusted difference is not computed')
  })

  it('draws no line per person for a reader outside [EVA-26]', () => {
    const { charts } = describeSurveyGroups(trial, en, true)
    expect(charts.map(({ kind }) => kind)).toEqual(['forest'])
    expect(JSON.stringify(charts)).not.toContain('"lines"')
  })

  it('tells a reader outside of no count below five: not of those missing, moved or hidden [EVA-26]', () => {
    const ninth = records.sheets.filter(
      ({ groupLabel, respondentCode }) => groupLabel !== 'FT' || Number(respondentCode) % 9 === 0,
    )
    const few = hideSmallGroups(scaleOf({ ...records, sheets: ninth }))
    expect(few.warnings.map(({ id }) => id)).not.toContain('verySmallGroup')
    const moved = records.sheets.map((sheet) =>
      sheet.waveId === records.after.id && ['1', '2'].includes(sheet.respondentCode)
        ? { ...sheet, groupLabel: 'FT' }
        : sheet,
    )
    const both = scaleOf({
      ...records,
      sheets: moved.filter(
        ({ waveId, respondentCode }) =>
          waveId === records.before.id || !['3', '4'].includes(respondentCode),
      ),
    })
    const seen = JSON.stringify(describeSurveyGroups(hideSmallGroups(both), en, true))
    expect(seen).toContain('70 people have both scores, and a few (fewer than 5) lack')
    expect(seen).toContain('A few codes (fewer than 5) changed their group')
    expect(seen).toContain('Those not measured again are fewer than 5')
    expect(seen).not.toMatch(/\b2 (lack|codes|not measured)/)
    expect(describeSurveyGroups(both, en).notes.join(' ')).toContain('2 codes changed their group')
  })

  it('keeps from a reader outside what a few people could be known by [EVA-26]', () => {
    const few = scaleOf({
      ...records,
      sheets: records.sheets.filter(
        ({ groupLabel, respondentCode }) =>
          groupLabel !== 'FT' || ['56', '57', '58'].includes(respondentCode),
      ),
    })
    const hidden = chooseReference(hideSmallGroups(few), 'CBT')
    expect(hidden.comparison?.ancova?.adjustedMeans).toHaveLength(2)
    expect(JSON.stringify(describeSurveyGroups(hidden, en, true))).not.toContain('FT')
    const outside = describeSurveyGroups({ ...left, lines: left.lines.slice(2) }, en, true)
    expect(outside.notes.join(' ')).toContain('fewer than 5, too few to say')
  })
})

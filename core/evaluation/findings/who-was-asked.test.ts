import { describe, expect, it } from 'vitest'
import { surveyInstrument } from '../../inquiry/cases/survey-2800.ts'
import { scalesOf } from '../../inquiry/check-scale.ts'
import type { JsonObject } from '../../kit/json.ts'
import { groupWorld, ids, wordingIn } from '../cases/group-world.ts'
import { assessScale } from '../survey/assess-scale.ts'
import { summariseSchool } from '../survey/summarise-school.ts'
import { buildSurveyTable } from '../survey/survey-table.ts'
import { describeScaleQuality } from './scale-finding.ts'
import { describeSchool } from './school-finding.ts'
import { findWhoWasAsked, sayWhoWasAsked, type AskedRecords } from './who-was-asked.ts'

const zh = wordingIn('zh-CN')
const en = wordingIn('en')
const world = groupWorld()
const [child] = world.instruments
if (child === undefined) throw new Error('no instrument')
const { before, after } = world.waves
const records: AskedRecords = {
  instrument: child,
  waves: [before, after],
  groups: [
    { id: ids.group, title: '春季小组' },
    { id: ids.family(9), title: '别的小组' },
  ],
  seats: world.seats,
  pairs: world.pairs,
  counted: world.sheets.filter(
    ({ waveId, instrumentId }) => waveId === before.id && instrumentId === child.id,
  ),
}

describe('who was asked [EVA-28]', () => {
  it('is the members of the groups in whose waves somebody answered, expected by their seats', () => {
    expect(findWhoWasAsked(records)).toEqual({
      kind: 'families',
      groups: ['春季小组'],
      asked: 6,
      members: 12,
    })
    const few = { ...records, counted: records.counted.slice(0, 2) }
    expect(findWhoWasAsked(few)).toMatchObject({ asked: 6 })
  })

  it('is the register where a wave belongs to no group', () => {
    const open = { ...records, waves: [{ ...before, groupId: null }] }
    expect(findWhoWasAsked(open)).toMatchObject({ groups: [], asked: 6 })
  })

  it('expects nobody where anybody may answer', () => {
    const any = { ...records, instrument: { ...child, respondent: 'any' as const } }
    expect(findWhoWasAsked(any)).toMatchObject({ asked: null })
    expect(sayWhoWasAsked(findWhoWasAsked(any), zh)).toBe('问的是春季小组的组员（共 12 人），')
  })
})

function tableOf(rows: readonly JsonObject[]) {
  const builder = buildSurveyTable(surveyInstrument)
  for (const row of rows) builder.add(row)
  return builder.finish()
}
const three = tableOf(
  [1, 2, 3].map((value) => ({ answers: { A1: value }, groupLabel: '', extra: {} })),
)

describe('what a survey says', () => {
  const summary = summariseSchool(surveyInstrument, three, { split: null, outside: false })

  it('says who was asked, how many, and that it is no school', () => {
    const who = findWhoWasAsked(records)
    const said = describeSchool('感受', surveyInstrument, summary, zh, who)
    expect(said.sentence).toContain('问的是春季小组的组员，应答 6 份，收到 3 份答卷')
    expect(said.notes.join('')).toContain('不能当作全校或全村的情况')
    expect(said.notes.join('')).toContain('只有 3 份答卷')
    expect(said.figures[0]?.value).toBe('3（应答 6）')
  })

  it('says of a survey by codes that nobody knows how many were handed out', () => {
    const said = describeSchool('S', surveyInstrument, summary, en)
    expect(said.sentence).toContain('how many were handed out is not recorded')
  })
})

describe('a scale without omega [EVA-27]', () => {
  const [part] = scalesOf(surveyInstrument)
  if (part === undefined) throw new Error('no scale')
  const rows = [1, 2, 3, 4, 5, 6].map((value) => ({
    answers: Object.fromEntries(
      part.items.map((item, at) => [item, 1 + ((value + at * value) % 6)]),
    ),
    groupLabel: '',
    extra: {},
  }))
  const quality = assessScale(surveyInstrument, part, tableOf(rows), false)

  it.each([
    'zh-CN',
    'en',
  ] as const)('says why in plain words and what to read instead (%s)', (language) => {
    const none = { ok: false as const, reason: 'NotConverged' as const, detail: '' }
    const finding = describeScaleQuality(
      surveyInstrument,
      { ...quality, omega: none },
      wordingIn(language),
    )
    const value = finding.figures.find(({ label }) => label === 'McDonald ω')?.value ?? ''
    expect(value).not.toMatch(/收敛|converge|settle\./)
    expect(value).toContain(language === 'en' ? 'α if dropped' : '删题后 α')
  })
})

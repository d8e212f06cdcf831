import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { agreeOnSheets } from '../../core/inquiry/observation/agree-on-sheets.ts'
import { readChecklist } from '../../core/inquiry/observation/checklist.ts'
import { episode } from '../../core/inquiry/observation/episode.ts'
import { homeVisit } from '../../core/inquiry/observation/home-visit.ts'
import { findJudgingWords } from '../../core/inquiry/observation/judging-words.ts'
import { listVisitsDue } from '../../core/inquiry/observation/list-visits-due.ts'
import { observationSheet } from '../../core/inquiry/observation/observation-sheet.ts'
import { layGround, type SampleDraft } from './sample-ground.ts'
import { draftObservation } from './sample-observation.ts'
import { readSample } from './sample-parse.ts'

const [agencyId, workerId] = [
  '0198a000-0000-7000-8000-000000000001',
  '0198a000-0000-7000-8000-000000000002',
]
const today = '2026-06-01'
const callUrl = new URL('../../content/observation/call.yaml', import.meta.url)

describe.each([
  'zh-CN',
  'en',
] as const)('what was observed in the sample village in %s', (language) => {
  const sample = readSample(language)
  const ground = layGround(sample, agencyId, workerId, today)
  const drafts = draftObservation(sample.observation, ground)
  const of = (kind: SampleDraft['kind']) =>
    drafts.filter((one) => one.kind === kind && one.verb === 'create')

  it('tells facts without judging words, one difficult and one good, in the family whose profile is written [OBS-2]', () => {
    const told = of(episode).map(({ fields }) => episode.read(fields ?? {}))
    expect(told.map(({ sense }) => sense)).toEqual(['dark', 'bright'])
    expect(told.flatMap(({ seen, said }) => findJudgingWords(`${seen}${said}`))).toEqual([])
    const { child } = sample.profile
    expect(new Set(told.map(({ childId }) => childId))).toEqual(new Set([ground.personId(child)]))
  })

  it('has one call that two people rated without asking each other [OBS-4]', () => {
    const sheets = of(observationSheet).map(({ fields }) => ({
      ...observationSheet.read(fields ?? {}),
      state: 'done' as const,
    }))
    const items = readChecklist(parse(readFileSync(callUrl, 'utf8'))).items.map(({ id }) => id)
    for (const { ratings } of sheets) expect(Object.keys(ratings).sort()).toEqual(items.toSorted())
    const { worker, supervisor } = ground.staff
    const agreement = agreeOnSheets(sheets, worker, supervisor)
    expect(agreement).toMatchObject({ occasions: 1, both: 7, near: 7, onlyOneSaw: 1 })
  })

  it('has a home visit with something done and something that is due [OBS-7]', () => {
    const visits = of(homeVisit).map(({ recordId, fields }) => ({
      ...homeVisit.read(fields ?? {}),
      id: recordId,
    }))
    const due = listVisitsDue(visits, today).map(({ actionKey, inDays }) => [actionKey, inDays])
    expect(due).toEqual([
      ['photo', 4],
      [null, 6],
    ])
  })
})

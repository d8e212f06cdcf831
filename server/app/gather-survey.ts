// Gathers what the report of a survey by codes needs besides its sheets. The route has asked the policy for the survey.
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import type { SplitBy } from '../../core/inquiry/compare-subgroups.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { TableWish } from '../../core/paperwork/survey/cross-on-paper.ts'
import type { SurveyTexts } from '../../core/paperwork/survey/survey-paper.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import type { SurveyOrder } from './survey-report/survey-order.ts'

export interface SurveyAsk {
  readonly waveId: string
  readonly afterWaveId: string | null
  readonly split: SplitBy | null
  readonly reference: string | null
  readonly tables: readonly TableWish[] | null
  readonly withFigures: boolean
  readonly texts: SurveyTexts
  readonly language: 'zh-CN' | 'en'
}

/** What the report is computed from, all but the sheets; refuses waves of known families and waves that are not there. */
export async function gatherSurvey(
  house: House,
  actor: Actor,
  ask: SurveyAsk,
): Promise<Outcome<SurveyOrder>> {
  return lookAt(house, actor.agencyId, async (look) => {
    const home = await look.one(agency, actor.agencyId)
    const first = await look.one(wave, ask.waveId)
    const after = ask.afterWaveId === null ? null : await look.one(wave, ask.afterWaveId)
    if (home === null || first === null) return refuse('NotFound')
    if (ask.afterWaveId !== null && after === null) return refuse('NotFound')
    const waves = after === null ? [first] : [first, after]
    if (waves.some(({ subject }) => subject !== 'codes')) return refuse('WaveNotSurvey')
    const instrumentIds = [...new Set(waves.flatMap((one) => one.instrumentIds))]
    const instruments = await Promise.all(instrumentIds.map((id) => look.one(instrument, id)))
    const maker = await look.one(staff, actor.staffId)
    return done({
      agencyId: actor.agencyId,
      agency: home,
      madeBy: maker?.name ?? '',
      wave: first,
      after,
      instruments: instruments.filter((one) => one !== null),
      split: ask.split,
      reference: ask.reference,
      ...{ tables: ask.tables, withFigures: ask.withFigures },
      texts: ask.texts,
      madeOn: house.today(),
      computedAt: house.now(),
      language: ask.language,
    })
  })
}

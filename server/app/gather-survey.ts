// Gathers what the report of a survey by codes needs besides its sheets. The route has asked the policy for the survey.
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import type { RespondentKind } from '../../core/evaluation/survey/survey-of-families.ts'
import type { SplitBy } from '../../core/inquiry/compare-subgroups.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { TableWish } from '../../core/paperwork/survey/cross-on-paper.ts'
import type { SurveyTexts } from '../../core/paperwork/survey/survey-paper.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { gatherFamilySurvey } from './gather-family-survey.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import type { SurveyOrder } from './survey-report/survey-order.ts'

export interface SurveyAsk {
  readonly waveId: string
  readonly afterWaveId: string | null
  readonly split: SplitBy | null
  readonly reference: string | null
  /** Of a wave of families: whose answers; null: everybody's. */
  readonly respondents: RespondentKind | null
  readonly tables: readonly TableWish[] | null
  readonly withFigures: boolean
  readonly texts: SurveyTexts
  readonly language: 'zh-CN' | 'en'
}

export interface GatheredSurvey {
  readonly order: SurveyOrder
  /** Families whose files were opened for it. */
  readonly familyIds: readonly string[]
}

/**
 * What the report is computed from, all but the sheets of a survey by codes; refuses waves that are not there, and two waves of
 * families beside each other: change is told by the group's report.
 */
export async function gatherSurvey(
  house: House,
  actor: Actor,
  ask: SurveyAsk,
): Promise<Outcome<GatheredSurvey>> {
  const order = await gatherOrder(house, actor, ask)
  if (!order.ok) return order
  const { wave: first, instruments } = order.value
  if (first.subject === 'codes') return done({ order: order.value, familyIds: [] })
  const wording = { language: ask.language, translate: house.words(ask.language) }
  const asked = { wave: first, instruments }
  const { sheets, familyIds, handedOut, onlyOwn, withoutConsent } = await gatherFamilySurvey(
    house,
    actor,
    asked,
    ask.respondents,
    wording,
  )
  return done({
    order: {
      ...order.value,
      wave: { ...first, handedOut },
      familySheets: sheets,
      ofFamilies: { onlyOwn, withoutConsent },
    },
    familyIds,
  })
}

async function gatherOrder(
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
    if (after !== null && waves.some(({ subject }) => subject !== 'codes'))
      return refuse('WaveNotSurvey')
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
      ...{ ofFamilies: null, familySheets: null },
      ...{ tables: ask.tables, withFigures: ask.withFigures },
      texts: ask.texts,
      madeOn: house.today(),
      computedAt: house.now(),
      language: ask.language,
    })
  })
}

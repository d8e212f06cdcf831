import { z } from 'zod'
import { respondentKinds } from '../../core/evaluation/survey/survey-of-families.ts'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { mostTables } from '../../core/paperwork/survey/cross-on-paper.ts'
import type { SurveyHeadName } from '../../core/paperwork/survey/survey-paper.ts'
import { surveyReport } from '../../core/paperwork/survey-report.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { newId } from '../access/accounts.ts'
import { openPlaces, openPlacesByOwner } from '../kit/open-places.ts'
import { gatherSurvey } from './gather-survey.ts'
import { noteReading } from './hand-over-paper.ts'
import type { House } from './house.ts'
import { longText, madeShape, printReport, reportLanguage, type Made } from './print-report.ts'
import { actFor } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'
import { computeSurveyReport } from './survey-report/compute-survey-report.ts'

const askShape = z.strictObject({
  waveId: z.uuid(),
  afterWaveId: z.uuid().nullable(),
  split: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('group') }),
      z.strictObject({ by: z.literal('extra'), name: z.string().max(80) }),
    ])
    .nullable(),
  /** Against which group change is set; null: the one called control or waiting. */
  reference: z.string().max(80).nullable().default(null),
  /** Of a wave of known families: whose answers; null: everybody's. */
  respondents: z.enum(respondentKinds).nullable().default(null),
  /** Which cross-tables go in, each by the names of its two sides; null: the usual ones. */
  tables: z
    .array(
      z.strictObject({
        rows: z.string().min(1).max(120),
        columns: z.string().min(1).max(120),
        figure: z.boolean().default(false),
      }),
    )
    .max(mostTables)
    .nullable()
    .default(null),
  withFigures: z.boolean().default(true),
  texts: z.strictObject({
    purpose: longText,
    sampling: longText,
    discussion: longText,
    suggestions: longText,
  } satisfies Record<SurveyHeadName, z.ZodString>),
  language: reportLanguage,
  templateId: z.uuid().nullable(),
})
type Ask = z.infer<typeof askShape>

/** Makes the document, keeps it sealed with the survey's key, and notes what it printed. */
async function makeSurveyReport(
  house: House,
  actor: Actor,
  ask: Ask,
  asker: AbortSignal,
): Promise<Outcome<Made>> {
  const gathered = await gatherSurvey(house, actor, ask)
  if (!gathered.ok) return gathered
  const { order, familyIds } = gathered.value
  if (familyIds.length > 0) await noteReading(house, actor, 'surveyReport', familyIds)
  const paper = await computeSurveyReport(house, order, asker)
  if (!paper.ok) return paper
  const { head, digest, numbers } = paper.value
  const printed = await printReport(house, actor, {
    content: { form: 'surveyReport', data: paper.value },
    templateId: ask.templateId,
    language: ask.language,
    owner: `survey:${ask.waveId}`,
    name: `${head.surveyTitle.replaceAll(/[\\/:*?"<>|\s]+/g, '-').slice(0, 60)}-${head.madeOn}.docx`,
  })
  if (!printed.ok) return printed
  const reportId = newId()
  const [answer] = await actFor(house, actor.agencyId, actor.staffId, [
    {
      kind: surveyReport,
      recordId: reportId,
      verb: 'create',
      fields: fieldsAsJson({
        waveId: ask.waveId,
        afterWaveId: ask.afterWaveId,
        madeOn: house.today(),
        templateId: ask.templateId,
        language: ask.language,
        fileId: printed.value,
        digest,
        numbers,
      }),
    },
  ])
  if (answer?.status === 'refused' || answer?.status === 'retry')
    return { ok: false, refusal: answer.refusal }
  return done({ reportId, fileId: printed.value })
}

/** Each takes a processor and, for a county, more than a gigabyte: two at a time leave room for everybody else. */
const most = { atOnce: 2, mostWaiting: 6, full: 'ReportsBusy' }
/** One agency that asks for many takes no other's place. */
const mostOfAgency = { atOnce: 1, mostWaiting: 2, full: 'ReportsBusy' }

export function addSurveyReportRoutes(mount: Mount): void {
  const places = openPlaces(most)
  const placesOf = openPlacesByOwner(mostOfAgency)
  addStaffRoute(mount, {
    path: '/api/reports/survey',
    summary:
      'The report of a survey as a Word document: by codes, one wave or before and after; of a wave of families, those that whoever asks may open',
    access: { action: 'makeReport', scope: (body) => `survey:${body.waveId}` },
    body: askShape,
    answer: madeShape,
    run: ({ house, actor, raw }, body) => {
      const { signal } = raw.req.raw
      return placesOf(actor.agencyId).run(signal, () =>
        places.run(signal, () => makeSurveyReport(house, actor, body, signal)),
      )
    },
  })
}

import { surveySheet } from '../../../core/inquiry/survey-sheet.ts'
import type { Outcome } from '../../../core/kit/outcome.ts'
import type { SurveyPaper } from '../../../core/paperwork/survey/survey-paper.ts'
import { transact } from '../../database/transact.ts'
import { readPages } from '../../records/read-pages.ts'
import type { House } from '../house.ts'
import { openSurveyWorker, surveyLimits } from './open-survey-worker.ts'
import type { SurveyOrder } from './survey-order.ts'

/**
 * The figures of a survey's report. A county's sheets take a minute to open and to count, so both happen beside the
 * server's own thread, which only carries the sealed pages from the database, the next when the last was taken.
 */
export async function computeSurveyReport(
  house: House,
  order: SurveyOrder,
  asker: AbortSignal,
): Promise<Outcome<SurveyPaper>> {
  const worker = openSurveyWorker(order, asker, surveyLimits, house.log)
  const ids = [order.wave, order.after].flatMap((wave) => wave?.id ?? [])
  try {
    if (order.familySheets !== null) return await worker.compute()
    await transact(house.pool, order.agencyId, async (transaction) => {
      await worker.begin()
      const pages = readPages(transaction, house.keyRing, surveySheet, { reference: 'waveId', ids })
      for await (const page of pages) if (!(await worker.take(page))) break
    })
    return await worker.compute()
  } finally {
    await worker.close()
  }
}

import { z } from 'zod'
import { instrument } from '../../core/inquiry/instrument.ts'
import { writeXlsform } from '../../core/inquiry/xlsform/write-xlsform.ts'
import { done, refuse } from '../../core/kit/outcome.ts'
import { writeXlsx } from '../files/spreadsheet/write/write-xlsx.ts'
import { lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

/** An instrument as a form for other tools. What is only on a device is not there yet. */
export function addXlsformRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/instruments/xlsform',
    summary: 'An instrument as an XLSForm (.xlsx, in base 64)',
    access: { action: 'importAnswers', scope: () => 'agency' },
    body: z.strictObject({ instrumentId: z.uuid() }),
    answer: z.object({ name: z.string(), base64: z.string() }),
    run: async ({ house, actor }, { instrumentId }) => {
      const shown = await lookAt(house, actor.agencyId, (look) =>
        look.one(instrument, instrumentId),
      )
      if (shown === null) return refuse('InstrumentMissing')
      const sheets = writeXlsform(shown).map((sheet) => ({ ...sheet, headerRows: 1 }))
      const { bytes } = await writeXlsx(sheets)
      return done({
        name: `${shown.code}-${shown.version.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')}.xlsx`,
        base64: Buffer.from(bytes).toString('base64'),
      })
    },
  })
}

// Forms with nobody on them, to write on where there is no device at hand.
import { z } from 'zod'
import { buildBlankPaper } from '../../core/paperwork/papers/build-blank-paper.ts'
import { blankPaperForms } from '../../core/paperwork/papers/paper-forms.ts'
import { commonAsk, handOverBlank, paperShape } from './hand-over-paper.ts'
import { addStaffRoute, type Mount } from './route.ts'

const askShape = z.strictObject({ form: z.enum(blankPaperForms), ...commonAsk })

export function addBlankPaperRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/papers/blank',
    summary: 'A form of the agency to write on by hand, with nobody on it, as a Word document',
    access: { action: 'pullRecords', scope: () => 'agency' },
    body: askShape,
    answer: paperShape,
    run: ({ house, actor }, body) =>
      handOverBlank(house, actor, body, (input) => buildBlankPaper(body.form, input)),
  })
}

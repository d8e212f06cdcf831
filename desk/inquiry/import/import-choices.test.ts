import { describe, expect, it } from 'vitest'
import { chooseAnew, firstChoices } from './import-choices.ts'

const decided = {
  ...firstChoices,
  sheet: 1,
  heading: { titleRows: 2, headingRows: 1 as const },
  columns: { 3: { role: 'ignored' as const } },
  badRows: 'leaveRowOut' as const,
  duplicates: 'last' as const,
  missingNumbers: [9],
}

describe('choices about a file', () => {
  it('forget what was decided about columns and rows when the headings are read anew', () => {
    expect(chooseAnew(decided, { heading: { titleRows: 1, headingRows: 2 } })).toMatchObject({
      heading: { titleRows: 1, headingRows: 2 },
      columns: {},
      badRows: 'ask',
      duplicates: 'ask',
      missingNumbers: [9],
    })
  })

  it('let another sheet find its own headings, and keep them for another questionnaire', () => {
    expect(chooseAnew(decided, { sheet: 0 }).heading).toBeNull()
    expect(chooseAnew(decided, { instrumentId: 'x' }).heading).toEqual(decided.heading)
  })
})

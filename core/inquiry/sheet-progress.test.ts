import { describe, expect, it } from 'vitest'
import { draftInstrument } from './cases/sheet-world.ts'
import { countResponses, readSheetProgress } from './sheet-progress.ts'

describe('how far a sheet is', () => {
  it('tells skipped from open, and an answer given later from a skip', () => {
    const sheet = { answers: { q1: 3 }, skipped: ['q1', 'q2'] }
    const progress = readSheetProgress(draftInstrument(), sheet)
    expect(progress).toMatchObject({ itemCount: 2, answered: 1, open: [] })
    expect(progress.skipped.map(({ id }) => id)).toEqual(['q2'])
    expect(readSheetProgress(draftInstrument(), null).open.length).toBe(2)
  })

  it('counts handed-in sheets against everybody expected [INQ-14]', () => {
    const sheets = [
      { state: 'submitted' },
      { state: 'draft' },
      { state: 'setAside' },
      { state: 'declined' },
      null,
    ] as const
    expect(countResponses(sheets)).toEqual({
      expected: 5,
      submitted: 1,
      started: 1,
      setAside: 1,
      declined: 1,
      rate: 0.2,
    })
    expect(countResponses([]).rate).toBeNull()
  })
})

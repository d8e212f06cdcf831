import { expect, test } from 'vitest'
import { decided, ids } from '../families/cases/family-world.ts'
import { answerSheet } from '../inquiry/answer-sheet.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { sheetsWithConsent } from './consented-sheets.ts'

const today = '2026-03-10'
const sheet = answerSheet.read(
  fieldsAsJson({
    waveId: ids.staff,
    instrumentId: ids.staff,
    familyId: ids.family,
    childId: ids.child,
    respondentId: ids.mother,
    mode: 'familyLink',
    answeredOn: '2026-03-02',
  }),
)
const assessed = decided({ purpose: 'assessment' })

test('answers of a child whose consent was taken back count no more, from that day on (EVA-16)', () => {
  expect(sheetsWithConsent([sheet], [assessed], today)).toHaveLength(1)
  const back = { ...assessed, withdrawnOn: today }
  expect(sheetsWithConsent([sheet], [back], today)).toHaveLength(0)
  expect(sheetsWithConsent([sheet], [back], '2026-03-09')).toHaveLength(1)
})

test('what leaves for research asks for that purpose besides (EVA-16)', () => {
  const uses = ['assessment', 'research'] as const
  const research = decided({ purpose: 'research' })
  expect(sheetsWithConsent([sheet], [assessed, research], today, uses)).toHaveLength(1)
  expect(sheetsWithConsent([sheet], [assessed], today, uses)).toHaveLength(0)
  const back = { ...research, withdrawnOn: '2026-03-05' }
  expect(sheetsWithConsent([sheet], [assessed, back], today, uses)).toHaveLength(0)
  expect(sheetsWithConsent([sheet], [assessed, back], today)).toHaveLength(1)
})

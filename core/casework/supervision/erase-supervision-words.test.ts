import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { idOf, ids, today } from '../../families/cases/family-world.ts'
import { eraseQuestionWords, eraseSupervisionWords } from './erase-supervision-words.ts'
import { supervisionQuestion } from './supervision-question.ts'
import { listSignatures, supervisionRecord, wordsOfSupervision } from './supervision-record.ts'

const [familyId, caseId, otherId, lead] = [idOf(10), idOf(11), idOf(12), idOf(70)]
const gone = {
  ids: new Set([familyId, caseId]),
  hide: (text: string) => text.replaceAll('小明', '×××'),
  on: today,
}
const about = (...ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, { kind: 'case', id }]))

function recordAbout(...those: readonly string[]) {
  const its = supervisionRecord.read(
    fieldsAsJson({
      parties: { [ids.staff]: 'supervisee', [lead]: 'supervisor' },
      ...{ on: '2026-03-02', minutes: 50, question: '小明不上学', about: about(...those) },
      actions: { a: { what: '去看小明', staffId: ids.staff, dueOn: null } },
    }),
  )
  const signed = { on: '2026-03-03', words: wordsOfSupervision(its) }
  return { ...its, signatures: { [lead]: signed, [ids.staff]: { ...signed, words: 'other' } } }
}

describe('supervision after a family was erased [FAM-64]', () => {
  it('is left alone where it was about somebody else or about nothing', () => {
    expect(eraseSupervisionWords(recordAbout(otherId), gone)).toBeNull()
    expect(eraseSupervisionWords(recordAbout(), gone)).toBeNull()
  })

  it('keeps day, time and people of what was about the family alone, and not a word', () => {
    const left = eraseSupervisionWords(recordAbout(familyId, caseId), gone)
    expect(left).toMatchObject({ about: {}, question: '', minutes: 50, wordsErasedOn: today })
    expect(left?.actions['a']?.what).toBe('–')
  })

  it('loses only what names the family where it was about another one too', () => {
    const left = eraseSupervisionWords(recordAbout(caseId, otherId), gone)
    expect(left).toMatchObject({ about: about(otherId), question: '×××不上学' })
  })

  it('keeps each signature as it stood, without a fingerprint of the words that went', () => {
    const its = recordAbout(familyId)
    const left = eraseSupervisionWords(its, gone) ?? its
    const marks = listSignatures(left).map(({ on, changedSince }) => [on, changedSince])
    expect(marks).toEqual(listSignatures(its).map(({ on, changedSince }) => [on, changedSince]))
    expect(JSON.stringify(left)).not.toContain(wordsOfSupervision(its))
  })

  it('takes the words of a question about the family, and of no other', () => {
    const asked = (id: string) =>
      supervisionQuestion.read(
        fieldsAsJson({ parties: {}, about: { kind: 'family', id }, words: '小明', on: today }),
      )
    expect(eraseQuestionWords(asked(familyId), gone)).toMatchObject({ about: null, words: '–' })
    expect(eraseQuestionWords(asked(otherId), gone)).toBeNull()
  })
})

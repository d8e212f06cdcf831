import { describe, expect, it } from 'vitest'
import { mayAct, grantsOf, standNowhere } from '../../access/standing.ts'
import { roles } from '../../access/roles.ts'
import { context, foundWith, idOf, ids, today } from '../../families/cases/family-world.ts'
import type { JsonObject } from '../../kit/json.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { keyOwnerOf, scopeOf } from '../../sync/entry.ts'
import { sayOf } from '../cases/case-world.ts'
import { supervisionQuestion } from './supervision-question.ts'
import {
  isSignedByAll,
  listActionsDue,
  listSignatures,
  supervisionRecord,
  type SupervisionRecord,
  wordsOfSupervision,
} from './supervision-record.ts'

const [lead, other] = [idOf(70), idOf(71)]
const recordId = idOf(720)

function recordWith(changes: Partial<SupervisionRecord> = {}): SupervisionRecord & { id: string } {
  const fields = {
    parties: { [ids.staff]: 'supervisee', [lead]: 'supervisor' },
    on: '2026-03-09',
    question: '外婆不愿意让孩子打电话',
    suggestion: '先听外婆的担心',
    actions: { a: { what: '下周家访', staffId: ids.staff, dueOn: '2026-03-16' } },
    ...changes,
  }
  return { ...supervisionRecord.read(fieldsAsJson(fields)), id: recordId }
}

function born(changes: Partial<SupervisionRecord> = {}): string | null {
  const { id: _id, ...fields } = recordWith(changes)
  return supervisionRecord.rule(fieldsAsJson(fields), null, foundWith([]), context)?.id ?? null
}

describe('a supervision record [SUP-5]', () => {
  it('is made by somebody who was in it, with a supervisor, or among peers', () => {
    expect(born()).toBeNull()
    expect(born({ parties: { [lead]: 'supervisor', [other]: 'supervisee' } })).toBe(
      'SupervisionOfOthers',
    )
    expect(born({ parties: { [ids.staff]: 'supervisor' } })).toBe('SupervisionNeedsSupervisee')
    const peers = { [ids.staff]: 'supervisee', [other]: 'supervisee' } as const
    expect(born({ parties: peers, actions: {} })).toBe('SupervisionNeedsSupervisor')
    expect(born({ parties: peers, form: 'peer' })).toBeNull()
    expect(born({ parties: { [ids.staff]: 'supervisee' }, outsideName: '陈督导' })).toBeNull()
  })

  it('has its days in order and its tasks with people who were there', () => {
    expect(born({ on: '2026-03-11' })).toBe('DateInFuture')
    expect(born({ nextOn: '2026-03-01' })).toBe('NextBeforeSupervision')
    const foreign = { a: { what: 'x', staffId: other, dueOn: null } }
    expect(born({ actions: foreign })).toBe('ActionOfSomebodyOutside')
    const blank = { a: { what: ' ', staffId: ids.staff, dueOn: null } }
    expect(born({ actions: blank })).toBe('SupervisionActionSaysNothing')
    const dayless = { a: { what: '下周家访', staffId: ids.staff, dueOn: null } }
    expect(born({ actions: dayless })).toBe('SupervisionActionNeedsDay')
    expect(born({ signatures: { [ids.staff]: { on: today, words: 'x' } } })).toBe('FieldNeedsVerb')
  })

  it('has a topic or a word, and keeps one of them [SUP-11]', () => {
    const bare = { question: ' ', suggestion: '', actions: {} }
    expect(born(bare)).toBe('SupervisionIsEmpty')
    expect(born({ ...bare, about: { a: { kind: 'case', id: idOf(9) } } })).toBeNull()
    for (const name of ['question', 'discussion', 'suggestion', 'strengths', 'feelings'] as const)
      expect([name, born({ ...bare, [name]: '一句话' })]).toEqual([name, null])
    const changed = (before: SupervisionRecord, after: SupervisionRecord) =>
      supervisionRecord.rule(fieldsAsJson(after), fieldsAsJson(before), foundWith([]), context)
    const { id: _full, ...full } = recordWith()
    const { id: _empty, ...empty } = recordWith(bare)
    expect(changed(full, empty)).toMatchObject({ id: 'SupervisionIsEmpty' })
    expect(changed(empty, { ...empty, minutes: 30 })).toBeNull()
    const erased = { ...empty, wordsErasedOn: today }
    expect(changed(erased, { ...erased, signatures: {} })).toBeNull()
  })

  it('lies in a scope and under a key of its own, and only its parties come near, whatever their role', () => {
    const fields = fieldsAsJson({ parties: {} })
    expect(scopeOf(supervisionRecord, recordId, fields)).toBe(`supervision:${recordId}`)
    expect(keyOwnerOf(supervisionQuestion, recordId, fields)).toBe(`supervision:${recordId}`)
    const place = { scope: `supervision:${recordId}`, recordId, founding: null }
    for (const kind of [supervisionRecord, supervisionQuestion])
      for (const verb of ['read', 'create', 'edit', ...Object.keys(kind.verbs)])
        for (const role of roles) {
          const nobody = standNowhere({ agencyId: idOf(1), staffId: ids.staff, roles: [role] })
          const near = { ...nobody, supervisions: new Set([recordId]) }
          const everywhere = { ...nobody, families: near.supervisions, concerns: near.supervisions }
          expect([verb, role, mayAct(everywhere, grantsOf(kind.name, verb), place)]).toEqual([
            verb,
            role,
            false,
          ])
          expect([verb, role, mayAct(near, grantsOf(kind.name, verb), place)]).toEqual([
            verb,
            role,
            true,
          ])
        }
  })
})

describe('signing [SUP-7]', () => {
  const sign = (its: SupervisionRecord, words = wordsOfSupervision(its)) =>
    sayOf(supervisionRecord, its, 'sign', { words }, [])

  it('is of exactly the words before whoever signs', () => {
    const its = recordWith()
    expect(sign(its)).toEqual({
      signatures: { [ids.staff]: { on: today, words: wordsOfSupervision(its) } },
    })
    expect(sign(its, 'of another phone')).toBe('SupervisionChangedSince')
    expect(sign(recordWith({ question: '', suggestion: ' ' }))).toBe('SupervisionSaysNothing')
  })

  it('does not hold for other words; what was done since leaves it standing', () => {
    const words = wordsOfSupervision(recordWith())
    const signatures = { [ids.staff]: { on: today, words }, [lead]: { on: today, words } }
    expect(isSignedByAll(recordWith({ signatures }))).toBe(true)
    const done = { a: { on: today, byId: ids.staff } }
    expect(isSignedByAll(recordWith({ signatures, actionsDone: done }))).toBe(true)
    const changed = recordWith({ signatures, suggestion: '另外的话' })
    expect(listSignatures(changed)).toEqual([
      { staffId: lead, part: 'supervisor', on: today, changedSince: true },
      { staffId: ids.staff, part: 'supervisee', on: today, changedSince: true },
    ])
    expect(isSignedByAll(recordWith({ signatures: { [lead]: { on: today, words } } }))).toBe(false)
  })
})

describe('a task from supervision [SUP-8]', () => {
  it('is due for whoever took it on until it is said to be done', () => {
    const finish = (input: JsonObject) =>
      sayOf(supervisionRecord, recordWith(), 'finishAction', input, [])
    expect(finish({ key: 'a', on: today })).toEqual({
      actionsDone: { a: { on: today, byId: ids.staff } },
    })
    expect(finish({ key: 'b', on: today })).toBe('NoSuchAction')
    expect(finish({ key: 'a', on: '2000-01-01' })).toBe('DoneBeforeSupervision')
    expect(finish({ key: 'a', on: '2026-03-11' })).toBe('DateInFuture')
    expect(listActionsDue([recordWith()], ids.staff)).toMatchObject([{ key: 'a', recordId }])
    expect(listActionsDue([recordWith()], lead)).toEqual([])
    const done = recordWith({ actionsDone: { a: { on: today, byId: lead } } })
    expect(listActionsDue([done], ids.staff)).toEqual([])
    expect(sayOf(supervisionRecord, done, 'finishAction', { key: 'a', on: today }, [])).toEqual({})
  })
})

describe('a question for supervision [SUP-6]', () => {
  const asked = (parties: JsonObject) =>
    supervisionQuestion.rule(
      fieldsAsJson(supervisionQuestion.read({ parties, words: '怎么和外婆谈？', on: today })),
      null,
      foundWith([]),
      context,
    )?.id ?? null
  it('is noted by whoever brings it, for one supervisor or nobody yet', () => {
    expect(asked({ [ids.staff]: 'supervisee', [lead]: 'supervisor' })).toBeNull()
    expect(asked({ [ids.staff]: 'supervisee' })).toBeNull()
    expect(asked({ [other]: 'supervisee' })).toBe('SupervisionOfOthers')
    expect(asked({ [ids.staff]: 'supervisee', [other]: 'supervisee' })).toBe('SupervisionOfOthers')
  })
})

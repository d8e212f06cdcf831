import { describe, expect, it } from 'vitest'
import { refuseRecord, standNowhere } from '../../access/standing.ts'
import { person } from '../../families/person.ts'
import type { JsonObject } from '../../kit/json.ts'
import { foundIn } from '../../sync/find-needs.ts'
import { childEntry, consentEntry, contextOf, entryOf, idOf } from '../coding/cases/coding-world.ts'
import { episode } from './episode.ts'
import { homeVisit } from './home-visit.ts'
import { observationSheet, observationSheetId, occasionOf } from './observation-sheet.ts'

const worker = contextOf('worker')
const motherEntry = entryOf(person, idOf('mother'), {
  familyId: idOf('family'),
  name: '李秀兰',
  role: 'parent',
})
const siblingEntry = entryOf(person, idOf('sibling'), {
  familyId: idOf('family'),
  name: '小妹',
  role: 'child',
})
const people = [childEntry, motherEntry, siblingEntry]
const agreed = [...people, consentEntry('assessment'), consentEntry('service')]

const episodeFields = {
  familyId: idOf('family'),
  childId: idOf('child'),
  personIds: [idOf('child'), idOf('mother')],
  actorId: idOf('child'),
  towardId: idOf('mother'),
  onDay: '2026-03-02',
  seen: '孩子把画举到镜头前，妈妈低头看别处。',
  observerId: idOf('worker'),
} as const

const judge = (fields: JsonObject, around = agreed, by = worker) => {
  const entry = entryOf(episode, idOf('episode'), { ...episodeFields, ...fields })
  return episode.rule(entry.fields, null, foundIn(around), by)?.id ?? null
}
const alone = {
  familyId: null,
  childId: null,
  personIds: [],
  actorId: null,
  towardId: null,
  setting: 'village',
} as const

describe('an episode', () => {
  it('lies in the family’s file, or with the agency when it is about no family, and then names nobody [OBS-1]', () => {
    const entry = entryOf(episode, idOf('episode'), episodeFields)
    expect(entry.scope).toBe(`family:${idOf('family')}`)
    expect(entryOf(episode, idOf('v'), { ...episodeFields, ...alone }).scope).toBe('agency')
    expect(judge(alone, [])).toBeNull()
    expect(judge({ ...alone, personIds: [idOf('child')] })).toBe('NotInThisFamily')
    expect(judge({ ...alone, actorId: idOf('mother') })).toBe('NotInThisFamily')
  })

  it('names the child it concerns and people of its own family, whoever acts among those seen [OBS-1]', () => {
    expect(judge({})).toBeNull()
    expect(judge({ childId: null })).toBe('ObservationNeedsChild')
    expect(judge({ personIds: [idOf('child'), idOf('mother'), idOf('stranger')] })).toBe(
      'NotInThisFamily',
    )
    expect(judge({ personIds: [idOf('child')] })).toBe('DoerNotObserved')
  })

  it('concerns a child: in an adult’s name nobody’s consent would be asked [OBS-1]', () => {
    const aboutMother = { childId: idOf('mother'), actorId: null, towardId: null }
    expect(judge({ ...aboutMother, personIds: [idOf('mother')] }, people)).toBe('ObservedNotChild')
  })

  it('is written while consent to assessment holds for every child that was seen [OBS-1]', () => {
    expect(judge({}, people)).toBe('ConsentNotAsked')
    const withSibling = [idOf('child'), idOf('mother'), idOf('sibling')]
    expect(judge({ personIds: withSibling })).toBe('ConsentNotAsked')
  })

  it('has something that was seen or said; a reading alone is none [OBS-2]', () => {
    expect(judge({ seen: '', inference: 'seems sad' })).toBe('EpisodeNeedsFacts')
    expect(judge({ seen: '', said: '“你看！”' })).toBeNull()
  })

  it('is its observer’s own, and not of a day ahead [OBS-2]', () => {
    expect(judge({}, agreed, contextOf('colleague'))).toBe('ObservationOfSomebodyElse')
    const before = entryOf(episode, idOf('episode'), episodeFields).fields
    const after = { ...before, seen: '别的说法' }
    const by = contextOf('colleague')
    expect(episode.rule(after, before, foundIn(agreed), by)?.id).toBe('ObservationOfSomebodyElse')
    expect(judge({ onDay: '2026-03-11' })).toBe('DateInFuture')
  })

  it('is taken away by its observer while they serve the family, not by a colleague [OBS-2]', () => {
    const its = entryOf(episode, idOf('episode'), episodeFields)
    const refusalFor = (name: string, families: readonly string[]) => {
      const standing = { ...standNowhere(contextOf(name).actor), families: new Set(families) }
      return refuseRecord(standing, episode, 'remove', its, its.fields, its.id)?.id ?? null
    }
    expect(refusalFor('worker', [idOf('family')])).toBeNull()
    expect(refusalFor('colleague', [idOf('family')])).toBe('NotAllowed')
    expect(refusalFor('worker', [])).toBe('NotAllowed')
  })
})

const sheetFields = {
  familyId: idOf('family'),
  childId: idOf('child'),
  adultId: idOf('mother'),
  checklistCode: 'call',
  checklistVersion: '1',
  onDay: '2026-03-02',
  observerId: idOf('worker'),
} as const

describe('an observer’s sheet', () => {
  const sheet = (fields: JsonObject = {}) =>
    entryOf(observationSheet, idOf('sheet'), { ...sheetFields, ...fields }).fields
  const rule = (after: JsonObject, before: JsonObject | null = null, by = worker) =>
    observationSheet.rule(after, before, foundIn(agreed), by)?.id ?? null
  const run = (verb: string, fields: JsonObject, input: JsonObject = {}, by = worker) => {
    const outcome = observationSheet.verbs[verb]?.run(fields, input, foundIn(agreed), by)
    return outcome?.ok === false ? outcome.refusal.id : outcome?.value
  }

  it('is one per observer and occasion on every device; two observers meet at the occasion [OBS-4]', () => {
    const place = { ...sheetFields, no: 1 }
    const other = { ...place, observerId: idOf('colleague') }
    expect(observationSheetId(place)).toBe(observationSheetId({ ...place }))
    expect(observationSheetId(other)).not.toBe(observationSheetId(place))
    expect(occasionOf(other)).toBe(occasionOf(place))
    expect(occasionOf({ ...place, no: 2 })).not.toBe(occasionOf(place))
    expect(occasionOf({ ...place, checklistVersion: '2' })).not.toBe(occasionOf(place))
  })

  it('keeps “not seen” apart from 0 and from what is not yet judged [OBS-3]', () => {
    const read = observationSheet.read(sheet({ ratings: { listens: 0, praises: 'notSeen' } }))
    expect(read.ratings).toEqual({ listens: 0, praises: 'notSeen' })
    const tooHigh = observationSheet.parse({ ...sheetFields, ratings: { listens: 5 } })
    expect(tooHigh.ok).toBe(false)
  })

  it('is changed and finished by its observer only, and once finished not without opening it again [OBS-5]', () => {
    const by = contextOf('colleague')
    const rated = sheet({ ratings: { listens: 3 } })
    expect(rule(rated)).toBeNull()
    expect(rule(rated, sheet(), by)).toBe('ObservationOfSomebodyElse')
    expect(run('finish', sheet())).toBe('SheetWithoutRatings')
    expect(run('finish', rated, {}, by)).toBe('ObservationOfSomebodyElse')
    expect(run('finish', rated)).toEqual({ state: 'done', doneOn: '2026-03-10' })
    const finished = sheet({ ratings: { listens: 3 }, state: 'done', doneOn: '2026-03-10' })
    expect(rule(finished, rated)).toBeNull()
    expect(rule({ ...finished, ratings: { listens: 4 } }, finished)).toBe('SheetOfObserverDone')
  })

  it('concerns a child, and is not finished while two ratings stand beside each other [OBS-1] [OBS-5]', () => {
    expect(rule(sheet({ childId: idOf('mother') }))).toBe('ObservedNotChild')
    const contested = { ...worker, contested: ['ratings.listens'] }
    const rated = sheet({ ratings: { listens: 3 } })
    expect(run('finish', rated, {}, contested)).toBe('SheetOfObserverUndecided')
  })

  it('says so when it is taken up again with knowledge of the other’s [OBS-5]', () => {
    const finished = sheet({ ratings: { listens: 3 }, state: 'done', doneOn: '2026-03-10' })
    expect(run('reopen', finished, { knewOthers: true })).toEqual({
      state: 'open',
      doneOn: null,
      knewOthers: true,
    })
    const knew = { ...finished, knewOthers: true }
    expect(run('reopen', knew, { knewOthers: false })).toMatchObject({ knewOthers: true })
    expect(run('reopen', sheet(), { knewOthers: false })).toBe('SheetOfObserverOpen')
  })
})

describe('a home visit', () => {
  const visitFields = {
    familyId: idOf('family'),
    childIds: [idOf('child')],
    onDay: '2026-03-02',
    visitorId: idOf('worker'),
  } as const
  const fieldsOf = (fields: JsonObject) =>
    entryOf(homeVisit, idOf('visit'), { ...visitFields, ...fields }).fields
  const visit = (fields: JsonObject, around = agreed) =>
    homeVisit.rule(fieldsOf(fields), null, foundIn(around), worker)?.id ?? null

  it('says what its visitor found; a colleague ticks off and adds what was agreed [OBS-2] [OBS-7]', () => {
    const rule = (fields: JsonObject) => {
      const by = contextOf('colleague')
      return homeVisit.rule(fieldsOf(fields), fieldsOf({}), foundIn(agreed), by)?.id ?? null
    }
    const action = { what: '换门锁', who: '爷爷', byDay: null, doneOn: '2026-03-09' }
    expect(rule({ actions: { a1: action }, nextOn: '2026-03-20' })).toBeNull()
    const found = [{ seen: '孩子身上有伤' }, { safety: { water: 'no' } }, { onDay: '2026-03-03' }]
    for (const facts of found) expect(rule(facts)).toBe('ObservationOfSomebodyElse')
  })

  it('is written while consent to service holds for the children it names [OBS-6]', () => {
    expect(visit({})).toBeNull()
    expect(visit({}, people)).toBe('ConsentNotAsked')
    expect(visit({ childIds: [] })).toBe('ObservationNeedsChild')
    expect(visit({ childIds: [idOf('mother')] }, people)).toBe('ObservedNotChild')
    expect(visit({ atHomeIds: [idOf('mother')] })).toBeNull()
    expect(visit({ atHomeIds: [idOf('sibling')] })).toBe('ConsentNotAsked')
    expect(visit({ atHomeIds: [idOf('stranger')] })).toBe('NotInThisFamily')
  })

  it('is of today or before; the next one comes after it [OBS-6]', () => {
    expect(visit({ onDay: '2026-03-11' })).toBe('DateInFuture')
    expect(visit({ nextOn: '2026-03-02' })).toBe('NextVisitNotAfter')
    expect(visit({ nextOn: '2026-03-20' })).toBeNull()
  })

  it('keeps each agreed action by itself, done on no day ahead [OBS-7]', () => {
    const action = { what: '换门锁', who: '爷爷', byDay: '2026-03-09', doneOn: null }
    expect(visit({ actions: { a1: action } })).toBeNull()
    expect(visit({ actions: { a1: { ...action, what: ' ' } } })).toBe('VisitActionEmpty')
    const ahead = { ...action, doneOn: '2026-03-11' }
    expect(visit({ actions: { a1: ahead } })).toBe('DateInFuture')
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`a${at}`, action]))
    expect(visit({ actions: many })).toBe('TooManyVisitActions')
  })
})

import { useMemo } from 'react'
import { useLocation } from 'react-router'
import { agency } from '../../core/access/agency.ts'
import { caseContact } from '../../core/casework/case-contact.ts'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { draftRecord } from '../../core/sync/draft-record.ts'
import type { Draft } from '../../core/sync/device.ts'
import { allKinds } from '../../core/kinds.ts'
import { callList, chooseCallList } from '../../core/safety/call-list.ts'
import { concern } from '../../core/safety/concern.ts'
import type { Concern, ConcernSort } from '../../core/safety/concern-shape.ts'
import { concernExclusion } from '../../core/safety/concern-exclusion.ts'
import { concernReporter } from '../../core/safety/concern-reporter.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { newId, useAct, useActor, useAgency, useRecord, useRecords } from '../sync/index.ts'
import { useOpenDesk } from '../sync/desk-context.ts'
import { findPlace, type Place } from './find-place.ts'

/** The place of this screen, or of the address that led here. */
export function usePlace(address: string | null = null): Place {
  const { pathname, search } = useLocation()
  const { view } = useOpenDesk().replica
  const from = address ?? `${pathname}${search}`
  return useMemo(
    () =>
      findPlace(from, (id) => {
        for (const { name } of allKinds) {
          const entry = name === concern.name ? null : view.entry(name, id)
          if (entry !== null) return { kind: name, fields: entry.fields }
        }
        return null
      }),
    [from, view],
  )
}

export interface PossibleChild {
  readonly childId: string
  readonly familyId: string
  readonly name: string
}

/** Children whom a concern raised here may be about: of the family, or in the group. */
export function useChildrenAt({ familyId, groupId }: Place): readonly PossibleChild[] {
  const people = useRecords(person, { role: 'child' })
  const seats = useRecords(seat, { strand: 'child' })
  return useMemo(() => {
    const ofFamily = people
      .filter((one) => familyId !== null && one.familyId === familyId)
      .map((one) => ({ childId: one.id, familyId: one.familyId, name: one.name }))
    const ofGroup = seats
      .filter((one) => groupId !== null && one.groupId === groupId)
      .map((one) => ({ childId: one.personId, familyId: one.familyId, name: one.displayName }))
    return ofFamily.length > 0 ? ofFamily : ofGroup
  }, [people, seats, familyId, groupId])
}

/** The second tap: saved with nothing but the moment, the place and the kind of danger. Answers its id. */
export function useRaise(): (
  place: Place,
  sort: ConcernSort,
  children: readonly PossibleChild[],
  keptOutId: string | null,
) => {
  readonly id: string
  readonly drafts: readonly Draft[]
} {
  const { staffId } = useActor()
  const wordsOf = useWordsOf()
  return (place, sort, children, keptOutId) => {
    const id = newId()
    const only = children.length === 1 ? children[0] : undefined
    const child = children.find(({ childId }) => childId === place.childId) ?? only
    const fields: Partial<Concern> = {
      familyId: child?.familyId ?? place.familyId,
      childId: child?.childId ?? place.childId,
      childName: child?.name ?? '',
      source: place.source,
      noticedAt: new Date().toISOString(),
      sort,
      ...wordsOf(place.source),
    }
    return {
      id,
      drafts: [
        draftRecord(concern, id, fields),
        draftRecord(concernReporter, newId(), { concernId: id, staffId }),
        // SAF-20: in the same step, so that it is never theirs to see.
        ...(keptOutId === null
          ? []
          : [draftRecord(concernExclusion, newId(), { concernId: id, staffId: keptOutId })]),
      ],
    }
  }
}

/** CAS-16: what the note says that the concern is raised from, so that nobody writes it twice. */
function useWordsOf(): (source: Place['source']) => Partial<Concern> {
  const contacts = useRecords(caseContact)
  return (source) => {
    const its =
      source?.kind === caseContact.name ? contacts.find(({ id }) => id === source.id) : undefined
    if (its === undefined) return {}
    const seen = [its.facts, its.riskWords].filter((words) => words.trim() !== '')
    return { factsSeen: seen.join('\n'), childsWords: its.quotes, actionTaken: its.intervention }
  }
}

/** Writes fields of a concern; `was` is what stood there when the person began. */
export function useEditConcern(id: string) {
  const act = useAct()
  return (fields: Partial<Concern>, was?: Partial<Concern>) =>
    act({
      ...{ kind: concern, recordId: id, verb: 'edit', input: {}, fields: fieldsAsJson(fields) },
      ...(was === undefined ? {} : { base: fieldsAsJson(was) }),
    })
}

/** The list of the family's township, else of the agency's county, else the agency's. */
export function useCallList(familyId: string | null) {
  const { id } = useAgency()
  const home = useRecord(agency, id)
  const its = useRecord(family, familyId)
  return chooseCallList(useRecords(callList), its?.township ?? '', home?.county ?? '')
}

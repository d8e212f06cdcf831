import { useMemo } from 'react'
import { couple, type Couple } from '../../../core/assessment/drawing/facts/couple.ts'
import { lifeFact, type LifeFact } from '../../../core/assessment/drawing/facts/life-fact.ts'
import { parentage, type Parentage } from '../../../core/assessment/drawing/facts/parentage.ts'
import {
  relationQuality,
  type RelationQuality,
} from '../../../core/assessment/drawing/facts/relation-quality.ts'
import { systemTie, type SystemTie } from '../../../core/assessment/drawing/facts/system-tie.ts'
import type { FamilyRecords } from '../../../core/assessment/drawing/draw-family.ts'
import { consent, type Consent } from '../../../core/families/consent.ts'
import { family, type Family } from '../../../core/families/family.ts'
import { guardianship } from '../../../core/families/guardianship.ts'
import { migration } from '../../../core/families/migration.ts'
import { pair } from '../../../core/families/pair.ts'
import { person, type Person } from '../../../core/families/person.ts'
import { type LocalRecord, useRecord, useRecords } from '../../sync/index.ts'

export interface DrawnFamily extends FamilyRecords {
  readonly family: LocalRecord<Family>
  readonly people: readonly LocalRecord<Person>[]
  readonly couples: readonly LocalRecord<Couple>[]
  readonly parentages: readonly LocalRecord<Parentage>[]
  readonly lifeFacts: readonly LocalRecord<LifeFact>[]
  readonly qualities: readonly LocalRecord<RelationQuality>[]
  readonly ties: readonly LocalRecord<SystemTie>[]
  readonly consents: readonly LocalRecord<Consent>[]
}

export function useDrawnFamily(familyId: string): DrawnFamily | null {
  const found = useRecord(family, familyId)
  const own = { familyId }
  const people = useRecords(person, own)
  const migrations = useRecords(migration, own)
  const guardianships = useRecords(guardianship, own)
  const pairs = useRecords(pair, own)
  const couples = useRecords(couple, own)
  const parentages = useRecords(parentage, own)
  const lifeFacts = useRecords(lifeFact, own)
  const qualities = useRecords(relationQuality, own)
  const ties = useRecords(systemTie, own)
  const consents = useRecords(consent, own)
  return useMemo(
    () =>
      found === null || found.removed
        ? null
        : {
            family: found,
            people,
            migrations,
            guardianships,
            pairs,
            couples,
            parentages,
            lifeFacts,
            qualities,
            ties,
            consents,
          },
    [
      found,
      people,
      migrations,
      guardianships,
      pairs,
      couples,
      parentages,
      lifeFacts,
      qualities,
      ties,
      consents,
    ],
  )
}

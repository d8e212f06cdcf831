import { Button, Checkbox, Text } from '@mantine/core'
import { useState } from 'react'
import { agency as agencyKind } from '../../../core/access/agency.ts'
import type { Incident } from '../../../core/access/accountability/incident.ts'
import { listLetterParts } from '../../../core/access/accountability/letter-parts.ts'
import { family } from '../../../core/families/family.ts'
import { hidesWhereabouts } from '../../../core/families/may-reach.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { formatDay, formatDayOf, formatList, text } from '../../kit/index.ts'
import { type LocalRecord, useAgency, useRecord, useRecords, useToday } from '../../sync/index.ts'
import styles from './accountability.module.css'

/**
 * The words for a family (PIPL 57: what happened, what it may mean, what we did, what you can do, whom to ask). The short one says
 * nothing about any child or about what is on file: for a family where the letter may fall into the wrong hands. One letter is printed
 * for all whom it touches: whoever is kept away in any of them makes it the short one (FAM-54, A061), and where a file is not here it begins
 * as the short one.
 */
export function FamilyLetter({ its }: { readonly its: LocalRecord<Incident> }) {
  const today = useToday()
  const agency = useAgency()
  const phone = useRecord(agencyKind, agency.id)?.phone.trim() ?? ''
  const restrictions = useRecords(restrictedParty)
  const families = useRecords(family)
  const touched = Object.keys(its.families)
  const mustBeShort = touched.some((id) => hidesWhereabouts(restrictions, id))
  const unknown = touched.some((id) => !families.some((one) => one.id === id))
  const [wanted, setShort] = useState<boolean | null>(null)
  const short = mustBeShort || (wanted ?? unknown)
  const values = {
    agency: agency.name,
    person: agency.dataGuardian,
    phone: phone === '' ? '____________' : phone,
    day: formatDay(today),
    happened: formatDayOf(its.noticedAt),
    sort: text(`accountability:letter.sort.${its.sort}`),
    classes: formatList(its.dataClasses.map((one) => text(`accountability:letter.class.${one}`))),
  }
  const { parts, ready } = listLetterParts(its, short)
  return (
    <>
      <Text fw={600}>{text('accountability:letter.title')}</Text>
      <Checkbox
        label={text('accountability:letter.short')}
        description={text(`accountability:letter.${mustBeShort ? 'shortAlways' : 'shortHint'}`)}
        disabled={mustBeShort}
        checked={short}
        onChange={({ currentTarget }) => setShort(currentTarget.checked)}
      />
      <div className={styles.letter}>
        {parts.map((part) => (
          <p key={part}>{text(`accountability:letter.part.${part}`, values)}</p>
        ))}
      </div>
      {phone === '' && <Text>{text('accountability:letter.noPhone')}</Text>}
      {ready ? (
        <Button variant="default" className={styles.own} onClick={() => window.print()}>
          {text('accountability:year.print')}
        </Button>
      ) : (
        <Text>{text('accountability:letter.notReady')}</Text>
      )}
    </>
  )
}

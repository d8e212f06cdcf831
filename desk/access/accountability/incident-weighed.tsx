import type { Incident } from '../../../core/access/accountability/incident.ts'
import { Facts, formatDay, formatDayOf, formatList, Section, text } from '../../kit/index.ts'
import styles from './accountability.module.css'

/** What was weighed and told, for reading once it is closed: under the words of the form it was written in. */
export function IncidentWeighed({ its }: { readonly its: Incident }) {
  const rows = [
    { label: text('accountability:incident.factsLabel'), value: its.facts },
    { label: text('accountability:incident.from'), value: dayOrNone(its.from) },
    { label: text('accountability:incident.until'), value: dayOrNone(its.until) },
    {
      label: text('accountability:incident.classes'),
      value: formatList(its.dataClasses.map((one) => text(`accountability:dataClass.${one}`))),
    },
    {
      label: text('accountability:incident.harm'),
      value: its.harm === null ? '' : text(`accountability:harm.${its.harm}`),
    },
    { label: text('accountability:incident.harmWords'), value: its.harmWords },
    { label: text('accountability:incident.authority'), value: its.authority },
    { label: text('accountability:incident.authorityPerson'), value: its.authorityPerson },
    {
      label: text('accountability:incident.authorityToldOn'),
      value: its.authorityToldAt === null ? '' : formatDayOf(its.authorityToldAt),
    },
    { label: text('accountability:incident.receiptNo'), value: its.receiptNo },
    { label: text('accountability:incident.notTold'), value: its.authorityNotTold },
    { label: text('accountability:incident.lessons'), value: its.lessons },
  ].filter(({ value }) => value !== '')
  return (
    <Section title={text('accountability:incident.what')}>
      <div className={styles.words}>
        <Facts rows={rows} />
      </div>
    </Section>
  )
}

function dayOrNone(day: string | null): string {
  return day === null ? '' : formatDay(day)
}

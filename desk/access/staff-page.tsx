import { Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { agency } from '../../core/access/agency.ts'
import { approval } from '../../core/access/approval.ts'
import { clearanceOf } from '../../core/access/clearance.ts'
import { resetFactorAction } from '../../core/access/second-factor.ts'
import { staff } from '../../core/access/staff.ts'
import { compareNames, formatDay } from '../kit/format.ts'
import { type Column, DataTable } from '../kit/data-table.tsx'
import { Icon } from '../kit/icon.tsx'
import { UnsentMark } from '../kit/marks.tsx'
import { Page } from '../kit/page.tsx'
import { Section } from '../kit/section.tsx'
import { text } from '../kit/text.ts'
import { useMay } from '../sync/use-act.ts'
import { useRecord, useRecords } from '../sync/records.ts'
import type { LocalRecord } from '../sync/typed-record-parse.ts'
import type { Staff } from '../../core/access/staff.ts'
import { useAccount, useToday } from '../sync/use-state-of-desk.ts'
import { FactorReset } from './factor-reset.tsx'
import { ClearanceRules } from './clearance-rules.tsx'
import { InCharge } from './in-charge.tsx'
import { FactorRuleSection } from './factor-rule-section.tsx'
import { InviteForm } from './invite-form.tsx'
import { StaffDetail } from './staff-detail.tsx'
import { StaffPaper } from './staff-paper.tsx'

export type StaffRecord = LocalRecord<Staff>

/** Who works here, in which roles; administrators invite, change and suspend. */
export function StaffPage() {
  const { staff: me } = useAccount()
  const mayManage = useMay('staff', 'changeRoles', 'agency')
  const [chosen, setChosen] = useState<string | null>(null)
  const [inviting, setInviting] = useState(false)
  const people = [...useRecords(staff)].sort((left, right) => compareNames(left.name, right.name))
  const person = people.find(({ id }) => id === chosen)
  const columns: readonly Column<StaffRecord>[] = [
    {
      name: 'name',
      label: text('access:name'),
      show: (row) => (
        <Group gap="xs">
          {row.name}
          {row.id === me.id && <Text c="gray.6">({text('access:staff.you')})</Text>}
          <UnsentMark record={row} />
        </Group>
      ),
    },
    {
      name: 'roles',
      label: text('access:staff.roles'),
      show: (row) => <RoleNames roles={row.roles} />,
    },
    {
      name: 'state',
      label: text('access:staff.state'),
      show: (row) => text(`access:staff.states.${row.state}`),
    },
    {
      name: 'clearance',
      label: text('access:staff.clearance'),
      show: (row) => <ClearanceDay person={row} />,
    },
  ]
  const open: Column<StaffRecord> = {
    name: 'open',
    label: text('kit:edit'),
    show: (row) => (
      <Button size="compact-md" variant="default" onClick={() => setChosen(row.id)}>
        {text('kit:edit')}
      </Button>
    ),
  }
  return (
    <Page
      title={text('access:staff.title')}
      back={{ to: '/more', label: text('access:nav.more') }}
      actions={
        mayManage && !inviting ? (
          <Button onClick={() => setInviting(true)}>{text('access:staff.invite')}</Button>
        ) : undefined
      }
    >
      {inviting && <InviteForm onClose={() => setInviting(false)} />}
      {person !== undefined && (
        <StaffDetail key={person.id} person={person} onClose={() => setChosen(null)} />
      )}
      <Section title={text('access:staff.list')} actions={<StaffPaper staffId={null} />}>
        <DataTable
          caption={text('access:staff.list')}
          columns={mayManage ? [...columns, open] : columns}
          rows={people}
          keyOf={(row) => row.id}
        />
      </Section>
      <ResetRequests people={people} chosen={chosen} />
      {mayManage && <ClearanceRules />}
      {mayManage && <InCharge />}
      {mayManage && <FactorRuleSection />}
    </Page>
  )
}

/** Requests that wait for a second person: who may agree is often no administrator and opens no colleague's form. */
function ResetRequests({
  people,
  chosen,
}: {
  readonly people: readonly StaffRecord[]
  readonly chosen: string | null
}) {
  const waiting = useRecords(approval, { action: resetFactorAction }).filter(({ state }) =>
    ['requested', 'approved'].includes(state),
  )
  return people
    .filter(({ id }) => id !== chosen && waiting.some(({ subjectId }) => subjectId === id))
    .map((person) => <FactorReset key={person.id} person={person} />)
}

/** The day of the last record check (LPM 62); marked where it is missing, no longer holds or soon will not. */
function ClearanceDay({ person }: { readonly person: StaffRecord }) {
  const { state, until } = clearanceOf(
    person,
    useRecord(agency, useAccount().agency.id),
    useToday(),
  )
  const day = formatDay(person.clearanceCheckedOn, text('access:staff.clearanceMissing'))
  if (state === 'valid' || person.state === 'suspended') return day
  return (
    <Text component="span" c={state === 'dueSoon' ? 'gray.9' : 'kite.8'} fw={600}>
      <Icon name="warning" size={16} /> {day}
      {state === 'expired' &&
        ` · ${text('access:today.clearanceExpired', { day: formatDay(until) })}`}
      {state === 'dueSoon' &&
        ` · ${text('access:today.clearanceDueSoon', { day: formatDay(until) })}`}
    </Text>
  )
}

export function RoleNames({ roles }: { readonly roles: Staff['roles'] }) {
  return (
    <Group gap={4}>
      {roles.map((role) => (
        <Badge key={role} variant="outline" color="gray.8" tt="none">
          {text(`access:roles.${role}`)}
        </Badge>
      ))}
    </Group>
  )
}

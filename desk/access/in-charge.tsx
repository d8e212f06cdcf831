import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { agency, type Agency } from '../../core/access/agency.ts'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { announce } from '../kit/notices.tsx'
import { Section } from '../kit/section.tsx'
import { text } from '../kit/text.ts'
import { useRecord } from '../sync/records.ts'
import type { LocalRecord } from '../sync/typed-record-parse.ts'
import { useAct, useMay } from '../sync/use-act.ts'
import { useAccount } from '../sync/use-state-of-desk.ts'

/** Who answers for children's data, and where to complain: stands at the foot of every family page (PR6); where the agency is reached. */
export function InCharge() {
  const { agency: own } = useAccount()
  const record = useRecord(agency, own.id)
  const mayEdit = useMay('agency', 'edit', 'agency', own.id)
  return record === null || !mayEdit ? null : <InChargeForm record={record} />
}

function InChargeForm({ record }: { readonly record: LocalRecord<Agency> }) {
  const act = useAct()
  const doing = useDoing()
  const [dataGuardian, setDataGuardian] = useState(record.dataGuardian)
  const [complaintsTo, setComplaintsTo] = useState(record.complaintsTo)
  const [phone, setPhone] = useState(record.phone)
  const [address, setAddress] = useState(record.address)
  const save = async () => {
    const fields = {
      ...{ dataGuardian: dataGuardian.trim(), complaintsTo: complaintsTo.trim() },
      ...{ phone: phone.trim(), address: address.trim() },
    }
    const change = { kind: agency, recordId: record.id, verb: 'edit', input: {}, fields }
    const made = await doing.run(() => act(change))
    if (made !== null) announce({ words: text('families:inCharge.saved') })
  }
  return (
    <Section title={text('families:inCharge.title')} hint={text('families:inCharge.hint')}>
      <Form onSubmit={() => void save()}>
        <TextInput
          label={text('families:inCharge.name')}
          maxLength={80}
          value={dataGuardian}
          onChange={(event) => setDataGuardian(event.currentTarget.value)}
        />
        <TextInput
          label={text('families:inCharge.complaints')}
          description={text('families:inCharge.complaintsHint')}
          maxLength={200}
          value={complaintsTo}
          onChange={(event) => setComplaintsTo(event.currentTarget.value)}
        />
        <TextInput
          label={text('families:inCharge.phone')}
          description={text('families:inCharge.phoneHint')}
          type="tel"
          maxLength={80}
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <TextInput
          label={text('families:inCharge.address')}
          maxLength={200}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default" loading={doing.busy}>
            {text('families:inCharge.save')}
          </Button>
        </Group>
        <DoingNote doing={doing} />
      </Form>
    </Section>
  )
}

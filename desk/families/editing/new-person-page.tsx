import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { pair, pairId, pairRelations } from '../../../core/families/pair.ts'
import { person, type Person } from '../../../core/families/person.ts'
import {
  DoingNote,
  Form,
  Loading,
  Page,
  Section,
  StickyActions,
  text,
  useDoing,
} from '../../kit/index.ts'
import { newId, useAct, useToday } from '../../sync/index.ts'
import { oneOf, optionsOf } from '../option-list.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { roleOf, sexOf } from '../register-family/draft-family.ts'
import { childrenIn, type FamilyFile, useFamilyFile } from '../use-register.ts'
import { ContactFields } from './contact-fields.tsx'

export function NewPersonPage() {
  const { familyId = '' } = useParams()
  const file = useFamilyFile(familyId)
  return file === null ? <Loading /> : <NewPerson file={file} />
}

function NewPerson({ file }: { readonly file: FamilyFile }) {
  const familyId = file.family.id
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const today = useToday()
  const [relation, setRelation] = useState<(typeof pairRelations)[number] | 'child'>('grandmother')
  const [values, setValues] = useState<Person>(() => ({
    ...person.read({ familyId, name: '?', role: 'grandparent', sex: 'female' }),
    name: '',
  }))
  const set = (part: Partial<Person>) => setValues((before) => ({ ...before, ...part }))
  const choose = (chosen: string) => {
    const found = oneOf(pairRelations, chosen) ?? 'child'
    setRelation(found)
    set(
      found === 'child'
        ? { role: 'child', sex: 'unknown' }
        : { role: roleOf[found], sex: sexOf[found] },
    )
  }
  const save = async () => {
    const id = newId()
    const pairs =
      relation === 'child'
        ? []
        : childrenIn(file).map((child) =>
            draftRecord(pair, pairId(child.id, id), {
              familyId,
              childId: child.id,
              adultId: id,
              relation,
            }),
          )
    const drafts = [draftRecord(person, id, { ...values, name: values.name.trim() }), ...pairs]
    if ((await doing.run(() => act(drafts))) !== null) await navigate(`/families/${familyId}`)
  }
  return (
    <Page
      title={text('families:file.addPerson')}
      back={{ to: `/families/${familyId}`, label: text('kit:back') }}
    >
      <Form onSubmit={() => void save()} label={text('families:file.addPerson')}>
        <Section title={text('families:edit.contact')} hint={text('families:edit.newPersonHint')}>
          <NativeSelect
            label={text('families:new.relation')}
            data={[
              { value: 'child', label: text('families:role.child') },
              ...optionsOf(pairRelations, 'families:relation'),
            ]}
            value={relation}
            onChange={(event) => choose(event.currentTarget.value)}
          />
          <ContactFields values={values} set={set} today={today} />
        </Section>
        <DoingNote doing={doing} />
        <StickyActions>
          <Button type="submit" loading={doing.busy}>
            {text('kit:save')}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}

import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useNavigate, useParams } from 'react-router'
import { aids, family, incomeSources, type Family } from '../../../core/families/family.ts'
import { holdsServiceConsent } from '../../../core/families/consent-state.ts'
import { DoingNote, Form, Loading, Page, Section, StickyActions, text } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import styles from '../families.module.css'
import { type FamilyFile, useFamilyFile } from '../use-register.ts'
import { OvertakenNote } from './overtaken-note.tsx'
import { type Changes, useChanges } from './use-changes.ts'

export function FamilyEditPage() {
  const { familyId = '' } = useParams()
  const file = useFamilyFile(familyId)
  return file === null ? <Loading /> : <FamilyEdit file={file} />
}

function FamilyEdit({ file }: { readonly file: FamilyFile }) {
  const changes = useChanges(family, file.family)
  const navigate = useNavigate()
  const today = useToday()
  const { values, set, doing, overtaken } = changes
  const place = `/families/${file.family.id}`
  const save = async () => {
    if (await changes.save()) await navigate(place)
  }
  return (
    <Page title={text('families:edit.family')} back={{ to: place, label: text('kit:back') }}>
      <Form onSubmit={() => void save()} label={text('families:edit.family')}>
        <Section title={text('families:new.household')}>
          <div className={styles.fields}>
            {(['code', 'village', 'township'] as const).map((field) => (
              <TextInput
                key={field}
                label={text(`families:fields.${field}`)}
                required={field === 'code'}
                maxLength={field === 'code' ? 40 : 80}
                value={values[field]}
                onChange={(event) => set({ [field]: event.currentTarget.value })}
              />
            ))}
          </div>
        </Section>
        {holdsServiceConsent(file.consents, today) && <AfterConsent changes={changes} />}
        <OvertakenNote overtaken={overtaken} />
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

function AfterConsent({ changes: { values, set } }: { readonly changes: Changes<Family> }) {
  return (
    <Section title={text('families:edit.circumstances')}>
      <Stack>
        <Checkbox.Group
          label={text('families:fields.incomeSources')}
          value={values.incomeSources}
          onChange={(chosen) =>
            set({ incomeSources: incomeSources.filter((income) => chosen.includes(income)) })
          }
        >
          <Group mt="xs">
            {incomeSources.map((income) => (
              <Checkbox key={income} value={income} label={text(`families:income.${income}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Checkbox.Group
          label={text('families:fields.aid')}
          value={values.aid}
          onChange={(chosen) => set({ aid: aids.filter((aid) => chosen.includes(aid)) })}
        >
          <Group mt="xs">
            {aids.map((aid) => (
              <Checkbox key={aid} value={aid} label={text(`families:aid.${aid}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Textarea
          label={text('families:fields.notes')}
          autosize
          minRows={3}
          maxLength={4000}
          value={values.notes}
          onChange={(event) => set({ notes: event.currentTarget.value })}
        />
      </Stack>
    </Section>
  )
}

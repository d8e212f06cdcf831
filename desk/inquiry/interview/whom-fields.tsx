import { Alert, Anchor, NativeSelect, TextInput } from '@mantine/core'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { consent } from '../../../core/families/consent.ts'
import { refuseWithoutConsent } from '../../../core/families/consent-state.ts'
import { family } from '../../../core/families/family.ts'
import { person, type Person } from '../../../core/families/person.ts'
import type { InterviewRole } from '../../../core/inquiry/interview/interview.ts'
import { compareNames, Icon, refusalText, text } from '../../kit/index.ts'
import { type LocalRecord, useRecords, useToday } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import type { InterviewForm } from './interview-form.ts'
import { useFamilyNames } from './use-interviews.ts'

const withoutFamily: readonly InterviewRole[] = ['teacher', 'village', 'other']

/** The family, the child it concerns, and who of the family or beside it is talked with. */
export function WhomFields({
  form,
  set,
  isNew,
}: {
  readonly form: InterviewForm
  readonly set: (part: Partial<InterviewForm>) => void
  readonly isNew: boolean
}) {
  const families = useRecords(family, { state: 'open' })
  const nameOf = useFamilyNames()
  const people = useRecords(person, { familyId: form.familyId })
  const children = people.filter(({ role }) => role === 'child')
  const mayBeAlone = withoutFamily.includes(form.role)
  const [only] = children
  // The one child of a family needs no choosing, nor does the child when it is the child who is talked with.
  useEffect(() => {
    if (form.childId === '' && only !== undefined && children.length === 1)
      set({ childId: only.id })
    else if (form.role === 'child' && form.childId !== '' && form.respondentId === '')
      set({ respondentId: form.childId })
  }, [form.childId, form.role, form.respondentId, only, children.length, set])
  return (
    <>
      <div className={styles.fields}>
        <NativeSelect
          label={text('interview:form.family')}
          disabled={!isNew}
          data={[
            {
              value: '',
              label: text(mayBeAlone ? 'interview:noFamily' : 'interview:form.chooseFamily'),
            },
            ...families
              .map(({ id }) => ({ value: id, label: nameOf(id) }))
              .sort((left, right) => compareNames(left.label, right.label)),
          ]}
          value={form.familyId}
          onChange={(event) =>
            set({ familyId: event.currentTarget.value, childId: '', respondentId: '' })
          }
        />
        {form.familyId !== '' && (
          <NativeSelect
            label={text('interview:form.child')}
            description={text('interview:form.childHint')}
            data={[
              { value: '', label: text('interview:form.chooseChild') },
              ...children.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={form.childId}
            onChange={(event) => set({ childId: event.currentTarget.value })}
          />
        )}
        {form.familyId !== '' && (
          <NativeSelect
            label={text('interview:fields.respondentId')}
            data={[
              { value: '', label: text('interview:form.somebodyElse') },
              ...people
                .filter((one) => fitsRole(one, form.role))
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={form.respondentId}
            onChange={(event) => set({ respondentId: event.currentTarget.value })}
          />
        )}
        {form.respondentId === '' && (
          <TextInput
            label={text('interview:fields.respondentName')}
            description={text('interview:form.nameHint')}
            maxLength={80}
            value={form.respondentName}
            onChange={(event) => set({ respondentName: event.currentTarget.value })}
          />
        )}
      </div>
      {form.childId !== '' && <ConsentNote familyId={form.familyId} childId={form.childId} />}
    </>
  )
}

function fitsRole({ role }: LocalRecord<Person>, wanted: InterviewRole): boolean {
  if (wanted === 'child') return role === 'child'
  if (wanted === 'parent') return role === 'parent'
  return role !== 'child'
}

/** Said before anything is typed, not when it is to be saved. */
function ConsentNote({
  familyId,
  childId,
}: {
  readonly familyId: string
  readonly childId: string
}) {
  const today = useToday()
  const consents = useRecords(consent, { familyId })
  const denied = refuseWithoutConsent(consents, childId, 'assessment', today)
  if (denied === null) return null
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="lock" />}>
      {refusalText(denied)}{' '}
      <Anchor component={Link} to={`/families/${familyId}/consent/${childId}`}>
        {text('families:file.askConsent')}
      </Anchor>
    </Alert>
  )
}

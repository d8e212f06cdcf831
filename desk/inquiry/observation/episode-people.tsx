import { NativeSelect, TextInput } from '@mantine/core'
import { useEffect } from 'react'
import type { Episode } from '../../../core/inquiry/observation/episode.ts'
import { text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import { ClosedNote, onlyOf, PressRow } from './form-parts.tsx'
import { useNameable } from './use-observation.ts'
import type { RecordForm } from './use-record-form.ts'

/** Which child it concerns, and who was there to be seen. */
export function PeopleFields({
  form: { fields, set },
  familyId,
}: {
  readonly form: RecordForm<Episode>
  readonly familyId: string
}) {
  const nameable = useNameable(familyId, 'assessment')
  const { children, adults } = nameable
  const only = onlyOf(children)
  const { childId } = fields
  // The one child of a family needs no choosing.
  useEffect(() => {
    if (childId === null && only !== null) set({ childId: only, personIds: [only] })
  })
  return (
    <>
      <ClosedNote familyId={familyId} nameable={nameable} />
      <NativeSelect
        label={text('interview:form.child')}
        data={[
          { value: '', label: text('interview:form.chooseChild') },
          ...children.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={fields.childId ?? ''}
        onChange={(event) => {
          const childId = event.currentTarget.value === '' ? null : event.currentTarget.value
          const seen = fields.personIds.length === 0 && childId !== null ? [childId] : []
          set({ childId, ...(seen.length === 0 ? {} : { personIds: seen }) })
        }}
      />
      <PressRow
        label={text('observation:fields.personIds')}
        options={[...children, ...adults].map(({ id, name }) => ({ value: id, label: name }))}
        chosen={fields.personIds}
        onChange={(personIds) =>
          set({
            personIds,
            actorId: keptIn(personIds, fields.actorId),
            towardId: keptIn(personIds, fields.towardId),
          })
        }
      />
    </>
  )
}

function keptIn(ids: readonly string[], id: string | null): string | null {
  return id !== null && ids.includes(id) ? id : null
}

/** Who did it or to whom: one of those seen, or somebody in words. */
export function Doer({
  form: { fields, set },
  inFamily,
  idField,
  wordsField,
}: {
  readonly form: RecordForm<Episode>
  readonly inFamily: boolean
  readonly idField: 'actorId' | 'towardId'
  readonly wordsField: 'actorWords' | 'towardWords'
}) {
  const { children, adults } = useNameable(fields.familyId, 'assessment')
  const known = [...children, ...adults].filter(({ id }) => fields.personIds.includes(id))
  return (
    <div className={styles.fields}>
      {inFamily && (
        <NativeSelect
          label={text(`observation:fields.${idField}`)}
          data={[
            { value: '', label: text('observation:form.somebodyElse') },
            ...known.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={fields[idField] ?? ''}
          onChange={(event) => {
            const id = event.currentTarget.value
            set({ [idField]: id === '' ? null : id, ...(id === '' ? {} : { [wordsField]: '' }) })
          }}
        />
      )}
      {fields[idField] === null && (
        <TextInput
          label={text(`observation:fields.${wordsField}`)}
          description={text('observation:form.wordsHint')}
          maxLength={80}
          value={fields[wordsField]}
          onChange={(event) => set({ [wordsField]: event.currentTarget.value })}
        />
      )}
    </div>
  )
}

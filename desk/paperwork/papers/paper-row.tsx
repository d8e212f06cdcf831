import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { PaperForm } from '../../../core/paperwork/papers/paper-forms.ts'
import type { Outcome } from '../../../core/kit/outcome.ts'
import { DoingNote, type Language, text, useDoing } from '../../kit/index.ts'
import { useOnline, useOwnTemplates } from '../../sync/index.ts'
import styles from './papers.module.css'

interface PaperRowProps {
  readonly form: PaperForm
  readonly language: Language
  readonly onTake: (templateId: string | null) => Promise<Outcome<unknown>>
  /** Why it cannot be printed as it was asked for. */
  readonly unfit?: string | null
  /** What is typed before printing. */
  readonly children?: ReactNode
}

/** One paper, one tap: on the agency's own form when there is one. */
export function PaperRow({ form, language, onTake, unfit = null, children }: PaperRowProps) {
  const own = useOwnTemplates(form, language)
  const [chosen, setChosen] = useState<string | null>(null)
  const templateId = chosen ?? own[0]?.id ?? ''
  const online = useOnline()
  const doing = useDoing()
  const name = text(`paperwork:formName.${form}`)
  return (
    <li className={styles.row}>
      <Group justify="space-between" gap="sm">
        <Text fw={600}>{name}</Text>
        <Button
          size="sm"
          aria-label={text('paperwork:paper.take', { form: name })}
          disabled={!online || unfit !== null}
          loading={doing.busy}
          onClick={() => void doing.run(() => onTake(templateId === '' ? null : templateId))}
        >
          {text('paperwork:paper.word')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {text(`paperwork:paper.about.${form}`)}
      </Text>
      {unfit !== null && <Text size="sm">{unfit}</Text>}
      {own.length > 0 && (
        <NativeSelect
          size="sm"
          label={text('paperwork:make.template')}
          value={templateId}
          data={[
            ...own.map(({ id, title }) => ({ value: id, label: title })),
            { value: '', label: text(`paperwork:templates.default.${form}`) },
          ]}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      )}
      {children}
      <DoingNote doing={doing} />
    </li>
  )
}

import { Anchor, Button, Checkbox, Group, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { filterSources, type ListedSource } from '../../../core/inquiry/evidence/list-sources.ts'
import type { ProgrammeTarget } from '../../../core/inquiry/programme-targets.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import { Icon } from '../icon.tsx'
import { currentLanguage, text } from '../text.ts'
import { SourceList } from './source-list.tsx'
import styles from './sources.module.css'
import { useSources } from './use-sources.ts'

/** Sources a plan rests on: read as a reference list, chosen from the library; those on the plan's targets come first. */
export function EvidencePicker({
  ids,
  targets,
  editing,
  onChange,
}: {
  readonly ids: readonly string[]
  /** What the plan wants to change. */
  readonly targets: readonly ProgrammeTarget[]
  readonly editing: boolean
  /** What changes, seen from the ids as they are when the turn comes. */
  readonly onChange: (change: (present: readonly string[]) => readonly string[]) => void
}) {
  const [choosing, setChoosing] = useState(false)
  // A tick shows at once, also while it is being stored.
  const [ticked, setTicked] = useState(ids)
  useEffect(() => setTicked(ids), [ids])
  const change: typeof onChange = (next) => {
    setTicked(next)
    onChange(next)
  }
  return (
    <div className={styles.picker}>
      {editing && <p className={styles.fine}>{text('evidence:picker.hint')}</p>}
      {ids.length === 0 && !choosing && (
        <p className={styles.fine}>{text('evidence:picker.none')}</p>
      )}
      {!(editing && choosing) && <SourceList ids={ids} />}
      {editing && choosing && <Choices ids={ticked} targets={targets} onChange={change} />}
      {editing && (
        <Group gap="md" className={styles.onScreen}>
          <Button
            variant={choosing ? 'filled' : 'default'}
            aria-expanded={choosing}
            onClick={() => setChoosing(!choosing)}
          >
            {text(choosing ? 'evidence:picker.done' : 'evidence:picker.choose')}
          </Button>
          <span aria-live="polite">
            {choosing && text('evidence:picker.chosen', { count: ticked.length })}
          </span>
          <Anchor component={Link} to="/inquiry/evidence" c="inherit" underline="always">
            {text('evidence:picker.library')}
          </Anchor>
        </Group>
      )}
    </div>
  )
}

function Choices({
  ids,
  targets,
  onChange,
}: {
  readonly ids: readonly string[]
  readonly targets: readonly ProgrammeTarget[]
  readonly onChange: (change: (present: readonly string[]) => readonly string[]) => void
}) {
  const [words, setWords] = useState('')
  const shelf = useSources().filter(({ archived, id }) => !archived || ids.includes(id))
  const found = filterSources(shelf, { target: null, design: null, words })
  const fits = (source: ListedSource) => source.targets.some((one) => targets.includes(one))
  const choice = (source: ListedSource) => (
    <Choice
      key={source.id}
      source={source}
      chosen={ids.includes(source.id)}
      onToggle={(chosen) =>
        onChange((present) => {
          const others = present.filter((id) => id !== source.id)
          return chosen ? [...others, source.id] : others
        })
      }
    />
  )
  // Each stands under the first of the plan's targets that it speaks of: a source has one box.
  const suggested = targets.map((target, index) => ({
    target,
    sources: found.filter(
      (source) =>
        source.targets.includes(target) &&
        !targets.slice(0, index).some((earlier) => source.targets.includes(earlier)),
    ),
  }))
  const others = found.filter((source) => !fits(source))
  return (
    <>
      <TextInput
        type="search"
        label={text('evidence:search')}
        leftSection={<Icon name="search" />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {found.length === 0 && <p className={styles.fine}>{text('evidence:none')}</p>}
      <div className={styles.choices}>
        {suggested.map(
          ({ target, sources }) =>
            sources.length > 0 && (
              <Part
                key={target}
                title={text('evidence:picker.suggestedFor', {
                  target: text(`groupwork:target.${target}`),
                })}
              >
                {sources.map(choice)}
              </Part>
            ),
        )}
        {others.length > 0 && (
          <Part title={text('evidence:picker.others')}>{others.map(choice)}</Part>
        )}
      </div>
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.part}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

function Choice({
  source,
  chosen,
  onToggle,
}: {
  readonly source: ListedSource
  readonly chosen: boolean
  readonly onToggle: (chosen: boolean) => void
}) {
  const language = currentLanguage()
  const head = [
    source.authors[0] ?? '',
    source.year === null ? '' : String(source.year),
    text(`evidence:design.${source.design}`),
    text(`evidence:certainty.${source.certainty}`),
  ]
  return (
    <Checkbox
      checked={chosen}
      onChange={(event) => onToggle(event.currentTarget.checked)}
      label={titleFor(source)}
      description={
        <>
          <span className={styles.head}>{head.filter(Boolean).join(' · ')}</span>
          <span className={styles.line}>{readWords(source.shows, language)}</span>
          <span className={styles.limits}>
            {text('evidence:picker.limit', { limits: readWords(source.limits, language) })}
          </span>
        </>
      }
    />
  )
}

/** The title in the reader's language where there is one: foreign titles beside their translation say nothing more. */
export function titleFor({ title, titleInOther }: ListedSource): string {
  const isHan = /\p{Script=Han}/u.test(title)
  return isHan === (currentLanguage() === 'zh-CN') || titleInOther === '' ? title : titleInOther
}

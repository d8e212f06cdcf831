import { Anchor, Button, Group, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { drawFamily } from '../../../core/assessment/drawing/draw-family.ts'
import type { DrawnPerson, Genogram } from '../../../core/assessment/drawing/genogram/genogram.ts'
import type { Drawing } from '../../../core/assessment/drawing/picture/shape.ts'
import { currentLanguage, formatDay, formatList, Section, text } from '../../kit/index.ts'
import styles from './drawing.module.css'
import { genogramSigns, Legend } from './legend.tsx'
import { OnePerson } from './one-person.tsx'
import { describeBonds, describeDrawn } from './person-words.ts'
import { PictureActions } from './picture-actions.tsx'
import { PictureView } from './picture-view.tsx'
import { TwoPeople } from './two-people.tsx'
import type { DrawnFamily } from './use-drawn-family.ts'

export interface DrawingSectionProps {
  readonly drawn: DrawnFamily
  readonly indexId: string
  readonly day: string
  /** An earlier day, to be drawn beside. */
  readonly before: string | null
  readonly mayEdit: boolean
}

interface Drawn {
  readonly genogram: Genogram
  readonly drawing: Drawing
}

function useDrawn(records: DrawnFamily, indexId: string, day: string | null): Drawn | null {
  const language = currentLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language changes the words under the symbols
  return useMemo(() => {
    return day === null ? null : drawFamily(records, indexId, day, text)
  }, [records, indexId, day, language])
}

export function GenogramSection({ drawn, indexId, day, before, mayEdit }: DrawingSectionProps) {
  const [picked, setPicked] = useState<readonly string[]>([])
  const now = useDrawn(drawn, indexId, day)
  const earlier = useDrawn(drawn, indexId, before)
  const pick = (id: string) =>
    setPicked((known) =>
      known.includes(id) ? known.filter((one) => one !== id) : [...known, id].slice(-2),
    )
  if (now === null) return null
  const [one, other] = picked.flatMap((id) => drawn.people.find((each) => each.id === id) ?? [])
  const name = `${drawn.family.code} ${text('assessment:drawing.genogram')} ${day}`
  return (
    <Section title={text('assessment:drawing.genogram')} hint={text('assessment:drawing.tapHint')}>
      <Loose genogram={now.genogram} />
      <div className={styles.beside} data-two={earlier !== null}>
        {earlier !== null && (
          <Picture its={earlier} picked={picked} onPick={pick} indexId={indexId} />
        )}
        <Picture its={now} picked={picked} onPick={pick} indexId={indexId} />
      </div>
      {one !== undefined && other === undefined && (
        <OnePerson
          key={one.id}
          drawn={drawn}
          genogram={now.genogram}
          one={one}
          mayEdit={mayEdit}
          onAdded={(id) => setPicked([id])}
        />
      )}
      {one !== undefined && other !== undefined && mayEdit && (
        <TwoPeople key={`${one.id} ${other.id}`} drawn={drawn} one={one} other={other} />
      )}
      {picked.length > 0 && (
        <Group className={styles.controls ?? ''}>
          <Button variant="default" onClick={() => setPicked([])}>
            {text('assessment:drawing.unpick')}
          </Button>
        </Group>
      )}
      <PictureActions
        name={name}
        pictures={[...(earlier === null ? [] : [earlier]), now].map(({ genogram, drawing }) => ({
          title: `${drawn.family.code} ${text('assessment:drawing.genogram')} ${formatDay(genogram.day)}`,
          drawing,
        }))}
      />
      <Legend signs={genogramSigns} />
      <InWords genogram={now.genogram} onPick={(id) => setPicked([id])} />
    </Section>
  )
}

function Picture({
  its,
  picked,
  onPick,
  indexId,
}: {
  readonly its: Drawn
  readonly picked: readonly string[]
  readonly onPick: (id: string) => void
  readonly indexId: string
}) {
  const { genogram, drawing } = its
  const named = new Map(genogram.people.map((one) => [one.id, one]))
  const title = formatDay(genogram.day)
  return (
    <div>
      <h3 className={styles.pictureTitle}>{title}</h3>
      <PictureView
        label={`${text('assessment:drawing.genogram')}, ${title}`}
        drawing={drawing}
        nameOf={({ of, id }) => {
          const person = named.get(id)
          return of === 'person' && person !== undefined && !person.unborn
            ? describeDrawn(person)
            : null
        }}
        picked={picked}
        onPick={onPick}
        focusId={indexId}
      />
    </div>
  )
}

/** Whoever hangs in the air because nobody has said whose mother she is. */
function Loose({ genogram }: { readonly genogram: Genogram }) {
  const names = genogram.people
    .filter(({ id }) => genogram.loose.includes(id))
    .map(({ name }) => name)
  return names.length === 0 ? null : (
    <Text className={styles.controls ?? ''}>
      {text('assessment:drawing.loose', { names: formatList(names) })}
    </Text>
  )
}

/** The same as a list: for who cannot see the drawing, and to be read aloud. */
function InWords({
  genogram,
  onPick,
}: {
  readonly genogram: Genogram
  readonly onPick: (id: string) => void
}) {
  const generations = [...new Set(genogram.generations.values())].sort((one, two) => one - two)
  const peopleOf = (generation: number): readonly DrawnPerson[] =>
    genogram.people.filter(({ id }) => genogram.generations.get(id) === generation)
  return (
    <details>
      <summary>{text('assessment:drawing.words.title')}</summary>
      <ol className={styles.words}>
        {generations.map((generation) => (
          <li key={generation}>
            <ul className={styles.words}>
              {peopleOf(generation).map((one) => (
                <li key={one.id}>
                  {one.unborn ? (
                    describeDrawn(one)
                  ) : (
                    <Anchor component="button" type="button" onClick={() => onPick(one.id)}>
                      {describeDrawn(one)}
                    </Anchor>
                  )}
                  <ul className={styles.words}>
                    {describeBonds(one, genogram).map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  )
}

import { Anchor, Button, Group, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { drawSurroundings } from '../../../core/assessment/drawing/draw-family.ts'
import type { DrawnTie, Ecomap } from '../../../core/assessment/drawing/ecomap/read-ecomap.ts'
import type { Drawing } from '../../../core/assessment/drawing/picture/shape.ts'
import { currentLanguage, EmptyState, formatDay, Section, text } from '../../kit/index.ts'
import styles from './drawing.module.css'
import type { DrawingSectionProps } from './genogram-section.tsx'
import { ecomapSigns, Legend } from './legend.tsx'
import { PictureActions } from './picture-actions.tsx'
import { PictureView } from './picture-view.tsx'
import { TieForm } from './tie-form.tsx'
import type { DrawnFamily } from './use-drawn-family.ts'

interface Drawn {
  readonly ecomap: Ecomap
  readonly drawing: Drawing
}

function useDrawn(records: DrawnFamily, indexId: string, day: string | null): Drawn | null {
  const language = currentLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language changes the words in the circles
  return useMemo(() => {
    return day === null ? null : drawSurroundings(records, indexId, day, text)
  }, [records, indexId, day, language])
}

/** School, village, workplace and whatever else gives the household strength or takes it. */
export function EcomapSection({ drawn, indexId, day, before, mayEdit }: DrawingSectionProps) {
  const [picked, setPicked] = useState<string | null>(null)
  const now = useDrawn(drawn, indexId, day)
  const earlier = useDrawn(drawn, indexId, before)
  if (now === null) return null
  const tie = drawn.ties.find(({ id }) => id === picked)
  const pick = (id: string) => setPicked((known) => (known === id ? null : id))
  const name = `${drawn.family.code} ${text('assessment:drawing.ecomap')} ${day}`
  return (
    <Section title={text('assessment:drawing.ecomap')} hint={text('assessment:drawing.eco.hint')}>
      {now.ecomap.ties.length === 0 && (
        <EmptyState
          title={text('assessment:drawing.eco.none')}
          hint={text('assessment:drawing.eco.noneHint')}
        />
      )}
      <div className={styles.beside} data-two={earlier !== null}>
        {[earlier, now].map((its) =>
          its === null ? null : (
            <div key={its.ecomap.day}>
              <h3 className={styles.pictureTitle}>{formatDay(its.ecomap.day)}</h3>
              <PictureView
                label={`${text('assessment:drawing.ecomap')}, ${formatDay(its.ecomap.day)}`}
                drawing={its.drawing}
                nameOf={({ of, id }) => {
                  const shown = its.ecomap.ties.find((one) => one.id === id)
                  return of === 'system' && shown !== undefined ? describeTie(shown) : null
                }}
                picked={picked === null ? [] : [picked]}
                onPick={pick}
                focusId="centre"
              />
            </div>
          ),
        )}
      </div>
      {mayEdit && picked === null && (
        <Group className={styles.controls ?? ''}>
          <Button onClick={() => setPicked('new')}>{text('assessment:drawing.eco.add')}</Button>
        </Group>
      )}
      {mayEdit && (tie !== undefined || picked === 'new') && (
        <TieForm key={picked} drawn={drawn} tie={tie ?? null} onDone={() => setPicked(null)} />
      )}
      {!mayEdit && tie !== undefined && tie.because !== '' && <Text>{tie.because}</Text>}
      <PictureActions
        name={name}
        pictures={[
          ...(earlier === null || before === null ? [] : [{ on: before, its: earlier }]),
          { on: day, its: now },
        ].map(({ on, its }) => ({
          title: `${drawn.family.code} ${text('assessment:drawing.ecomap')} ${formatDay(on)}`,
          drawing: its.drawing,
        }))}
      />
      <Legend signs={ecomapSigns} />
      <details>
        <summary>{text('assessment:drawing.words.title')}</summary>
        <ul className={styles.words}>
          {now.ecomap.ties.map((one) => (
            <li key={one.id}>
              <Anchor component="button" type="button" onClick={() => setPicked(one.id)}>
                {describeTie(one)}
              </Anchor>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  )
}

function describeTie({ system, name, whose, strength, stressful, flow }: DrawnTie): string {
  return [
    text(`assessment:drawing.system.${system}`),
    name,
    whose === '' ? '' : text('assessment:drawing.eco.whose', { name: whose }),
    text(`assessment:drawing.strength.${strength}`),
    stressful ? text('assessment:drawing.legend.stressful') : '',
    flow === 'none' ? '' : text(`assessment:drawing.flow.${flow}`),
  ]
    .filter((part) => part !== '')
    .join(text('families:nameSeparator'))
}

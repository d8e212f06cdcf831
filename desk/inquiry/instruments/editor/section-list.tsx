import { Button, NativeSelect } from '@mantine/core'
import { addSection, removeSection } from '../../../../core/inquiry/edit/edit-items.ts'
import type { ItemSection } from '../../../../core/inquiry/scale.ts'
import { Icon, Section, text } from '../../../kit/index.ts'
import styles from '../../inquiry.module.css'
import { showWords } from '../../words.ts'
import { ConditionField } from './condition-field.tsx'
import type { EditorPart } from './editor-part.ts'
import { WordsFields } from './words-fields.tsx'

/** Parts of the questionnaire: a heading, and perhaps a condition for all that stands in it. */
export function SectionList({ shown, change }: EditorPart) {
  const put = (id: string, part: Partial<ItemSection>, key = '') =>
    change(
      {
        ...shown,
        sections: shown.sections.map((one) => (one.id === id ? { ...one, ...part } : one)),
      },
      key,
    )
  return (
    <Section title={text('inquiry:editor.sections')} hint={text('inquiry:editor.sectionsHint')}>
      {shown.sections.map((section) => {
        const first = shown.items.findIndex((item) => item.section === section.id)
        return (
          <fieldset key={section.id} className={styles.fieldset}>
            <legend>{section.id}</legend>
            <div className={styles.stack}>
              <WordsFields
                label={text('inquiry:editor.sectionTitle')}
                words={section.title}
                onChange={(title) => put(section.id, { title }, `${section.id}.title`)}
              />
              <NativeSelect
                label={text('inquiry:editor.within')}
                value={section.within ?? ''}
                data={[
                  { value: '', label: text('inquiry:editor.noSection') },
                  ...shown.sections
                    .filter(({ id }) => id !== section.id)
                    .map(({ id, title }) => ({ value: id, label: showWords(title) || id })),
                ]}
                onChange={(event) => {
                  const chosen = event.currentTarget.value
                  put(section.id, { within: chosen === '' ? null : chosen })
                }}
              />
              <ConditionField
                shown={shown}
                label={text('inquiry:editor.showIf')}
                items={first < 0 ? shown.items : shown.items.slice(0, first)}
                condition={section.showIf}
                onChange={(showIf) => put(section.id, { showIf })}
              />
              <div>
                <Button
                  variant="default"
                  size="compact-md"
                  onClick={() => change(removeSection(shown, section.id))}
                >
                  {text('inquiry:editor.removeSection')}
                </Button>
              </div>
            </div>
          </fieldset>
        )
      })}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => change(addSection(shown))}
        >
          {text('inquiry:editor.addSection')}
        </Button>
      </div>
    </Section>
  )
}

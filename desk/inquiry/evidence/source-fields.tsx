import { Checkbox, Textarea } from '@mantine/core'
import {
  certainties,
  evidenceDesigns,
  sourceForms,
} from '../../../core/inquiry/evidence/source-facts.ts'
import { programmeTargets } from '../../../core/inquiry/programme-targets.ts'
import { Section, text } from '../../kit/index.ts'
import inquiry from '../inquiry.module.css'
import { EffectFields } from './effect-fields.tsx'
import { isDoiText, isUrlText } from './source-form.ts'
import { Choice, Line, NumberLine, type SourcePart, Words } from './source-inputs.tsx'

export function SourceFields({ input, set }: SourcePart) {
  return (
    <>
      <Section title={text('evidence:edit.where')}>
        <WhereFields input={input} set={set} />
      </Section>
      <Section title={text('evidence:edit.how')}>
        <HowFields input={input} set={set} />
      </Section>
      <Section title={text('evidence:edit.says')}>
        <Words input={input} set={set} field="shows" required />
        <Words input={input} set={set} field="limits" required />
        <Targets input={input} set={set} />
      </Section>
      <Section title={text('evidence:edit.effect')}>
        <EffectFields effects={input.effects} onChange={(effects) => set({ effects })} />
      </Section>
      <Section title={text('evidence:edit.judged')} hint={text('evidence:certaintyHint')}>
        <div className={inquiry.fields}>
          <Choice
            label={text('evidence:edit.certainty')}
            options={certainties}
            value={input.certainty}
            wordsOf={(one) => text(`evidence:certainty.${one}`)}
            onChange={(certainty) => set({ certainty })}
          />
        </div>
        <Words input={input} set={set} field="certaintyReason" />
        <Textarea
          label={text('evidence:edit.notes')}
          description={text('evidence:notesHint')}
          autosize
          maxLength={4000}
          value={input.notes}
          onChange={(event) => set({ notes: event.currentTarget.value })}
        />
      </Section>
    </>
  )
}

function WhereFields({ input, set }: SourcePart) {
  const line = { input, set }
  return (
    <>
      <Line {...line} field="title" required hint={text('evidence:edit.titleHint')} />
      <Line {...line} field="titleInOther" />
      <Textarea
        label={text('evidence:edit.authors')}
        description={text('evidence:edit.authorsHint')}
        autosize
        minRows={2}
        value={input.authors}
        onChange={(event) => set({ authors: event.currentTarget.value })}
      />
      <Checkbox
        label={text('evidence:edit.moreAuthors')}
        checked={input.moreAuthors}
        onChange={(event) => set({ moreAuthors: event.currentTarget.checked })}
      />
      <div className={inquiry.fields}>
        <NumberLine {...line} field="year" />
        <Choice
          label={text('evidence:edit.form')}
          options={sourceForms}
          value={input.form}
          wordsOf={(one) => text(`evidence:formOf.${one}`)}
          onChange={(form) => set({ form })}
        />
        <Line {...line} field="container" />
        <Line {...line} field="volume" longest={20} />
        <Line {...line} field="issue" longest={20} />
        <Line {...line} field="pages" longest={40} />
        <Line
          {...line}
          field="doi"
          hint={text('evidence:edit.doiHint')}
          error={isDoiText(input.doi) ? undefined : text('evidence:edit.badDoi')}
        />
        <Line
          {...line}
          field="url"
          error={isUrlText(input.url) ? undefined : text('evidence:edit.badUrl')}
        />
      </div>
      <Line {...line} field="foundIn" hint={text('evidence:edit.foundInHint')} />
    </>
  )
}

function HowFields({ input, set }: SourcePart) {
  return (
    <>
      <div className={inquiry.fields}>
        <Choice
          label={text('evidence:edit.design')}
          options={evidenceDesigns}
          value={input.design}
          wordsOf={(one) => text(`evidence:design.${one}`)}
          onChange={(design) => set({ design })}
        />
        <NumberLine
          input={input}
          set={set}
          field="people"
          hint={text('evidence:edit.peopleHint')}
        />
      </div>
      <Words input={input} set={set} field="population" />
      <Words input={input} set={set} field="place" />
    </>
  )
}

function Targets({ input, set }: SourcePart) {
  return (
    <>
      <Checkbox.Group
        label={text('evidence:edit.targets')}
        value={[...input.targets]}
        onChange={(chosen) =>
          set({ targets: programmeTargets.filter((one) => chosen.includes(one)) })
        }
      >
        <div className={inquiry.fields} style={{ paddingTop: '0.4rem' }}>
          {programmeTargets.map((value) => (
            <Checkbox key={value} value={value} label={text(`groupwork:target.${value}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox
        label={text('evidence:edit.onTheory')}
        checked={input.onTheory}
        onChange={(event) => set({ onTheory: event.currentTarget.checked })}
      />
    </>
  )
}

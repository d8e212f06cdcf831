import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { actionPolicy } from '../../../core/access/policy.ts'
import { mayEver } from '../../../core/access/standing.ts'
import { Section, text, textOrNull } from '../../kit/index.ts'
import { useActor } from '../../sync/index.ts'
import { HistoryList, listMarks, type WrittenMark } from '../../sync/history-list.tsx'
import { type FamilyFile, nameOf } from '../use-register.ts'

/** Who wrote what now stands in the file, newest first. */
export function HistorySection({ file }: { readonly file: FamilyFile }) {
  const mayReadLog = mayEver(useActor().roles, actionPolicy.readLog)
  return (
    <Section
      title={text('families:history.title')}
      hint={text('families:history.hint')}
      actions={
        mayReadLog ? (
          <Button component={Link} to={`/reading-log?family=${file.family.id}`} variant="default">
            {text('access:readingLog.ofFamily')}
          </Button>
        ) : null
      }
    >
      <HistoryList
        marks={marksOf(file)}
        nameField={(field) => textOrNull(`families:fields.${field}`) ?? field}
        moreLabel={(count) => text('families:history.all', { count })}
      />
    </Section>
  )
}

const hidden = ['familyId', 'childId', 'adultId', 'personId', 'subjectId', 'givenById']

function marksOf(file: FamilyFile): readonly WrittenMark[] {
  const of = (what: string, record: Parameters<typeof listMarks>[1]) =>
    listMarks(what, record, hidden)
  return [
    ...of(text('families:kinds.family'), file.family),
    ...file.people.flatMap((each) => of(each.name, each)),
    ...file.migrations.flatMap((each) =>
      of(`${nameOf(file, each.personId)} · ${text('families:kinds.migration')}`, each),
    ),
    ...file.guardianships.flatMap((each) =>
      of(`${nameOf(file, each.adultId)} · ${text('families:kinds.guardianship')}`, each),
    ),
    ...file.consents.flatMap((each) =>
      of(`${nameOf(file, each.subjectId)} · ${text('families:kinds.consent')}`, each).map(
        (mark) => ({
          ...mark,
          saidBy: mark.fields.includes('withdrawnBy')
            ? each.withdrawnBy
            : mark.fields.includes('decision')
              ? nameOf(file, each.givenById)
              : '',
        }),
      ),
    ),
  ]
}

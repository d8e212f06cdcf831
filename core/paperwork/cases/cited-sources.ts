// Two sources as a plan may cite them: an invented trial of ours, and an invented study that the agency added.
import { evidenceSource } from '../../inquiry/evidence/evidence-source.ts'
import {
  citedSources,
  type ListedSource,
  listSources,
} from '../../inquiry/evidence/list-sources.ts'
import { shippedSourceId } from '../../inquiry/evidence/shipped-source.ts'
import { sourceFactsShape } from '../../inquiry/evidence/source-facts.ts'

const trial = {
  ...sourceFactsShape.parse({
    authors: ['Kite, A.'],
    year: 2020,
    title: 'An invented trial',
    container: 'Journal of Kites',
    volume: '3',
    design: 'randomised',
    limits: { 'zh-CN': '人少', en: 'few people' },
  }),
  code: 'invented',
  id: shippedSourceId('invented'),
}
const own = {
  ...evidenceSource.read({
    authors: ['风筝'],
    title: '虚构的村调查',
    design: 'survey',
    limits: { 'zh-CN': '一个村', en: '' },
    notes: 'not for paper',
  }),
  id: '00000000-0000-4000-8000-000000000a01',
}

export const citedCases: readonly ListedSource[] = citedSources(listSources([trial], [own]), [
  own.id,
  trial.id,
])

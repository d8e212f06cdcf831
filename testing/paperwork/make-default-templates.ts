// Makes the forms that come with Kiteline and the lists of their fields. Run by developers; what it writes is kept in content/forms.
// Without names everything is made, with names (`signInSheet …`) only those forms:
//   node testing/paperwork/make-default-templates.ts [form …]
import { writeFile } from 'node:fs/promises'
import { argv } from 'node:process'
import { Packer, type Document } from 'docx'
import { forms, type Form } from '../../core/paperwork/form-template.ts'
import { buildPaper } from './build-paper.ts'
import { buildSurveyTemplate } from './build-survey-template.ts'
import { buildTemplate } from './build-template.ts'
import type { Language } from './paper-layout-parse.ts'
import { surveyTemplateWords } from './survey-template-words.ts'
import { templateWords } from './template-words.ts'
import { fieldListStem, stemOf } from '../../server/paperwork/render-document.ts'
import { writeFieldList } from './write-field-list.ts'

function build(form: Form, language: Language): Document {
  switch (form) {
    case 'evaluationSummary':
      return buildTemplate(templateWords[language])
    case 'surveyReport':
      return buildSurveyTemplate(surveyTemplateWords[language])
    default:
      return buildPaper(form, language)
  }
}

const wanted = forms.filter((form) => argv.length === 2 || argv.includes(form))
for (const language of ['zh-CN', 'en'] as const)
  for (const form of wanted) {
    const place = (name: string) => new URL(`../../content/forms/${name}`, import.meta.url)
    const document = await Packer.toBuffer(build(form, language))
    await writeFile(place(`${stemOf(form)}.${language}.docx`), document)
    await writeFile(place(`${fieldListStem(form)}.${language}.md`), writeFieldList(form, language))
  }

// Makes the forms that come with Kiteline and the lists of their fields. Run by developers; what it writes is kept in content/forms:
//   node testing/paperwork/make-default-templates.ts
import { writeFile } from 'node:fs/promises'
import { Packer } from 'docx'
import { forms } from '../../core/paperwork/form-template.ts'
import { buildSurveyTemplate } from './build-survey-template.ts'
import { buildTemplate } from './build-template.ts'
import { surveyTemplateWords } from './survey-template-words.ts'
import { templateWords } from './template-words.ts'
import { fieldListNames, writeFieldList } from './write-field-list.ts'

for (const language of ['zh-CN', 'en'] as const) {
  const documents = {
    'evaluation-summary': buildTemplate(templateWords[language]),
    'survey-report': buildSurveyTemplate(surveyTemplateWords[language]),
  }
  for (const [name, form] of Object.entries(documents)) {
    const place = new URL(`../../content/forms/${name}.${language}.docx`, import.meta.url)
    await writeFile(place, await Packer.toBuffer(form))
  }
  for (const form of forms) {
    const name = `${fieldListNames[form]}.${language}.md`
    const place = new URL(`../../content/forms/${name}`, import.meta.url)
    await writeFile(place, writeFieldList(form, language))
  }
}

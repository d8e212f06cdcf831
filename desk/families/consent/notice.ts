// The notice as it stands in content, packed with the program: it is read out where there is no network.
import { parse } from 'yaml'
import { type ConsentNotice, consentNoticeShape } from '../../../core/families/consent-notice.ts'
import source from '../../../content/consent/notice.yaml?raw'

export const notice: ConsentNotice = consentNoticeShape.parse(parse(source))

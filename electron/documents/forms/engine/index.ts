export type { TemplateFields } from './check-tags'
export {
  compileTemplate,
  type CompiledTemplate,
  type CompileOptions,
  type MergeOptions,
} from './compile'
export type { TemplateProblem } from './problems'
export type { TemplatePicture, TemplateRecord, TemplateValue } from './values'

// Import directions of src/ and models/evaluate/ (rules in .dependency-cruiser.mjs). Fails as well when nothing was
// cruised: with an unsupported TypeScript dependency-cruiser sees no module and would be green.
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import rules from '../.dependency-cruiser.mjs'

const FOLDERS = ['src', 'models/evaluate']

const { output } = await cruise(
  FOLDERS,
  { ruleSet: { forbidden: rules.forbidden }, validate: true, ...rules.options, outputType: 'err-long' },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
)
const report = await cruise(FOLDERS, {
  ruleSet: { forbidden: rules.forbidden },
  validate: true,
  ...rules.options,
})
const { totalCruised, error } = report.output.summary
console.log(output)
if (totalCruised < 10) console.error(`Only ${totalCruised} modules were cruised.`)
process.exit(error > 0 || totalCruised < 10 ? 1 : 0)

import bankJson from '../../../resources/question-bank.json' with { type: 'json' }
import { questionBankSchema } from '../../../shared/surveys/question-bank.ts'

/** The questions that come with the program. */
export const questionBank = questionBankSchema.parse(bankJson)

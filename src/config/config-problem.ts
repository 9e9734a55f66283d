/** What is wrong with one variable. The message begins with what to do and repeats no value. */
export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

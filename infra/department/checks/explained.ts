/** What is wrong and what would be right, before it has its file and line. */
export type Explained = { message: string; hint: string };

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOfLeaf, isProven, type Proof, proofOf, rootOf } from '../../../shared/domain/compilation/hash-tree.ts';
import { sha256 } from '../../../shared/token.ts';

/** As RFC 9162, 2.1.1, writes it, by hand. */
const leaf = (text: string) => sha256(Buffer.concat([Buffer.of(0), Buffer.from(text)]));
const node = (left: string, right: string) =>
  sha256(Buffer.concat([Buffer.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex')]));

describe('the root of a tree', () => {
  it('of nothing is the hash of nothing, of one leaf its hash', () => {
    expect(rootOf([], sha256)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(rootOf([hashOfLeaf('', sha256)], sha256)).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });

  it('is that of RFC 9162: the left side is the largest whole tree', () => {
    const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'đ'].map(leaf) as [string, string, string, string, string];
    expect(rootOf([a, b, c], sha256)).toBe(node(node(a, b), c));
    expect(rootOf([a, b, c, d, e], sha256)).toBe(node(node(node(a, b), node(c, d)), e));
  });
});

const trees = fc
  .uniqueArray(fc.string(), { minLength: 1, maxLength: 40 })
  .chain(leaves => fc.tuple(fc.constant(leaves), fc.nat(leaves.length - 1)));

function proven([leaves, index]: [string[], number]): Proof {
  const hashes = leaves.map(each => hashOfLeaf(each, sha256));
  const proof = proofOf(leaves[index] ?? '', hashes, sha256);
  if (!proof) throw new Error('no proof');
  expect(proof).toMatchObject({ index, root: rootOf(hashes, sha256) });
  return proof;
}

describe('a proof', () => {
  it('holds for every leaf of every tree', () => {
    fc.assert(fc.property(trees, tree => isProven(proven(tree), sha256)));
  });

  it('holds for no other leaf, root or path, and for no index outside the tree', () => {
    fc.assert(
      fc.property(trees, tree => {
        const proof = proven(tree);
        const others = [
          { ...proof, leaf: `${proof.leaf}x` },
          { ...proof, root: sha256('x') },
          { ...proof, index: proof.size },
          { ...proof, path: [...proof.path, sha256('x')] },
          ...proof.path.map((_, at) => ({ ...proof, path: proof.path.with(at, sha256('x')) })),
          ...(proof.path.length > 0 ? [{ ...proof, path: proof.path.slice(1) }] : []),
        ];
        return others.every(other => !isProven(other, sha256));
      }),
    );
  });

  it('is none of what the tree does not hold', () => {
    expect(proofOf('b', [hashOfLeaf('a', sha256)], sha256)).toBeUndefined();
  });

  it('takes no node for a leaf', () => {
    const { root } = proven([['a', 'b'], 0]);
    const inner = Buffer.concat([Buffer.from(leaf('a'), 'hex'), Buffer.from(leaf('b'), 'hex')]).toString('latin1');
    expect(isProven({ leaf: inner, index: 0, size: 1, path: [], root }, sha256)).toBe(false);
  });
});

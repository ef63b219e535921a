// Command check reads a published log with two independent implementations: Go's sumdb/note and
// sumdb/tlog, and Certificate Transparency's merkletree. It makes its own proofs from the tiles, and
// verifies those that are in the files.
package main

import (
	"bufio"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/google/certificate-transparency/go/merkletree"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(name string) []byte {
	octets, err := os.ReadFile(filepath.Join(os.Args[1], name))
	must(err)
	return octets
}

func lines(name string) []string {
	return strings.Split(strings.TrimSuffix(string(read(name)), "\n"), "\n")
}

// witness verifies cosignatures with a time.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(msg, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(w.key, append([]byte(head), msg...), sig[8:])
}

func newWitness(vkey string) witness {
	parts := strings.SplitN(vkey, "+", 3)
	id, err := strconv.ParseUint(parts[1], 16, 32)
	must(err)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	must(err)
	return witness{parts[0], uint32(id), ed25519.PublicKey(key[1:])}
}

type tiles struct{}

func (tiles) Height() int                       { return 8 }
func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		octets, err := os.ReadFile(filepath.Join(os.Args[1], path))
		if err != nil {
			return nil, err
		}
		all = append(all, octets)
	}
	return all, nil
}

func hashes(words []string) (proof tlog.RecordProof, plain [][]byte) {
	for _, word := range words {
		octets, err := hex.DecodeString(word)
		must(err)
		var hash tlog.Hash
		copy(hash[:], octets)
		proof = append(proof, hash)
		plain = append(plain, octets)
	}
	return
}

func main() {
	verifier, err := note.NewVerifier(lines("key")[0])
	must(err)
	cosigner := newWitness(lines("witness")[0])
	opened, err := note.Open(read("checkpoint"), note.VerifierList(verifier, cosigner))
	must(err)
	if len(opened.Sigs) != 2 {
		must(fmt.Errorf("%d signatures", len(opened.Sigs)))
	}
	text := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(text[1], 10, 64)
	must(err)
	root, err := base64.StdEncoding.DecodeString(text[2])
	must(err)
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	hasher := func(octets []byte) []byte { sum := sha256.Sum256(octets); return sum[:] }
	ct := merkletree.NewMerkleVerifier(hasher)
	reader := tlog.TileHashReader(tree, tiles{})
	records := lines("records")
	checked := 0
	for i, record := range records {
		proof, err := tlog.ProveRecord(size, int64(i), reader)
		must(err)
		must(tlog.CheckRecord(proof, size, tree.Hash, int64(i), tlog.RecordHash([]byte(record))))
		checked++
	}
	scanner := bufio.NewScanner(strings.NewReader(string(read("inclusion"))))
	for scanner.Scan() {
		words := strings.Fields(scanner.Text())
		i, err := strconv.ParseInt(words[0], 10, 64)
		must(err)
		proof, plain := hashes(words[1:])
		must(tlog.CheckRecord(proof, size, tree.Hash, i, tlog.RecordHash([]byte(records[i]))))
		must(ct.VerifyInclusionProof(i+1, size, plain, root, []byte(records[i])))
		checked++
	}
	scanner = bufio.NewScanner(strings.NewReader(string(read("consistency"))))
	for scanner.Scan() {
		words := strings.Fields(scanner.Text())
		older, err := strconv.ParseInt(words[0], 10, 64)
		must(err)
		_, first := hashes(words[1:2])
		proof, plain := hashes(words[2:])
		var before tlog.Hash
		copy(before[:], first[0])
		must(tlog.CheckTree(tlog.TreeProof(proof), size, tree.Hash, older, before))
		must(ct.VerifyConsistencyProof(older, size, first[0], root, plain))
		made, err := tlog.ProveTree(size, older, reader)
		must(err)
		must(tlog.CheckTree(made, size, tree.Hash, older, before))
		checked++
	}
	fmt.Println(checked)
}

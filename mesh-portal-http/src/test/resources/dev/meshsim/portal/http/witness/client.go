// Command client is a log that asks a witness, with Go's sumdb/note and sumdb/tlog. It writes what
// is posted to the witness, and verifies what the witness answers.
//
//	client key LOG              makes the key of a log, and prints its public half
//	client request LOG OLD NEW  prints the request from one size to another
//	client verify LOG NEW KEY   reads the answer to it, and prints the keys that have signed
package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const origin = "go.example"

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

// witness verifies cosignatures with a time (tlog-cosignature, type 4).
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(w.key, append([]byte(head), msg...), sig[8:])
}

func newWitness(vkey string) witness {
	parts := strings.SplitN(vkey, "+", 3)
	key := must(base64.StdEncoding.DecodeString(parts[2]))
	if key[0] != 4 {
		panic("not the key of a witness")
	}
	return witness{parts[0], uint32(must(strconv.ParseUint(parts[1], 16, 32))), key[1:]}
}

// hashes are the stored hashes of a log.
type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var all []tlog.Hash
	for _, index := range indexes {
		all = append(all, h[index])
	}
	return all, nil
}

func logOf(size int64) hashes {
	var all hashes
	for i := int64(0); i < size; i++ {
		all = append(all, must(tlog.StoredHashes(i, []byte(fmt.Sprint("record ", i)), all))...)
	}
	return all
}

// keys are the private and the public key of the log, in the lines of a file.
func keys() []string {
	return strings.Split(string(must(os.ReadFile(os.Args[2]))), "\n")
}

func number(n int) int64 { return must(strconv.ParseInt(os.Args[n], 10, 64)) }

func checkpoint(size int64) []byte {
	root := must(tlog.TreeHash(size, logOf(size)))
	text := fmt.Sprintf("%s\n%d\n%s\n", origin, size, root)
	return must(note.Sign(&note.Note{Text: text}, must(note.NewSigner(keys()[0]))))
}

func main() {
	switch os.Args[1] {
	case "key":
		private, public, err := note.GenerateKey(rand.Reader, origin)
		must(0, err)
		must(0, os.WriteFile(os.Args[2], []byte(private+"\n"+public), 0600))
		fmt.Println(public)
	case "request":
		before, size := number(3), number(4)
		fmt.Printf("old %d\n", before)
		if before > 0 {
			for _, hash := range must(tlog.ProveTree(size, before, logOf(size))) {
				fmt.Println(hash)
			}
		}
		fmt.Printf("\n%s", checkpoint(size))
	case "verify":
		all := append(checkpoint(number(3)), must(io.ReadAll(os.Stdin))...)
		known := note.VerifierList(must(note.NewVerifier(keys()[1])), newWitness(os.Args[4]))
		for _, signature := range must(note.Open(all, known)).Sigs {
			fmt.Println(signature.Name)
		}
	}
}

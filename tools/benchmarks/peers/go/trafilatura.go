//go:build trafilatura

package main

import (
	"bytes"

	"github.com/markusmobius/go-trafilatura"
)

func clean(page []byte) string {
	options := trafilatura.Options{EnableFallback: true, ExcludeComments: true}
	result, err := trafilatura.Extract(bytes.NewReader(page), options)
	if err != nil {
		return ""
	}
	return result.ContentText
}

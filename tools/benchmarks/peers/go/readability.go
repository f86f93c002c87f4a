//go:build readability

package main

import (
	"bytes"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
)

func clean(page []byte) string {
	article, err := readability.FromReader(bytes.NewReader(page), nil)
	if err != nil || article.Node == nil {
		return ""
	}
	var text strings.Builder
	article.RenderText(&text)
	return text.String()
}

package instancetype

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
)

// described is an answer about network cards, of the interface types given.
func described(t types.InstanceType, cards ...[]types.NetworkCardInterfaceType) *Live {
	info := &types.NetworkInfo{}
	for n, kinds := range cards {
		info.NetworkCards = append(info.NetworkCards, types.NetworkCardInfo{NetworkCardIndex: new(int32(n)), InterfaceTypes: kinds})
	}
	return FromDescribe([]types.InstanceTypeInfo{{InstanceType: t, NetworkInfo: info}})
}

func TestCardsThatTakeEFAs(t *testing.T) {
	const p6, p5 = types.InstanceTypeP6B30048xlarge, types.InstanceTypeP548xlarge
	type kinds = []types.NetworkCardInterfaceType
	withoutKinds := described(p6, nil, nil)
	for _, test := range []struct {
		name string
		c    Catalogue
		typ  types.InstanceType
		want []Answer // of cards 0, 1, ...
	}{
		{"recorded", Embedded(), p6, append([]Answer{No}, slices.Repeat([]Answer{Yes}, 16)...)},
		{"not recorded", Embedded(), "m8gn.48xlarge", []Answer{Unknown, Unknown}},
		{"EC2 states no interface types", withoutKinds, p6, []Answer{Unknown, Unknown}},
		{"EC2 states no interface types, the table knows", Overlay(withoutKinds, Embedded()), p6, []Answer{No, Yes}},
		{"EC2 states them", described(p5, kinds{"interface"}, kinds{"interface", "efa"}, kinds{"efa-only"}), p5, []Answer{No, Yes, Yes}},
		{"EC2 states them in contradiction to the table", Overlay(described(p6, kinds{"efa"}, kinds{"interface"}), Embedded()), p6, []Answer{Yes, No}},
		{"EC2 states those of one card", described(p5, kinds{"efa"}, nil), p5, []Answer{Unknown, Unknown}},
	} {
		info, _ := test.c.Lookup(test.typ)
		var listed, found []Answer
		for _, c := range info.Cards() {
			listed = append(listed, c.EFA())
			card, _ := info.NetworkCard(c.Index())
			found = append(found, card.EFA())
		}
		if diff := cmp.Diff(test.want, listed); diff != "" {
			t.Errorf("%s: Cards (-want +got)\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.want, found); diff != "" {
			t.Errorf("%s: NetworkCard (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestSourceOfCardsThatTakeEFAs(t *testing.T) {
	const p6 = types.InstanceTypeP6B30048xlarge
	info, _ := Overlay(described(p6, nil, nil), Embedded()).Lookup(p6)
	if cards, efa := info.Source(FactNetworkCards), info.Source(FactEFACards); !cards.Live || efa.Live || efa.Date != "2025-12-06" {
		t.Errorf("the cards are from %v, which take EFAs from %v", cards, efa)
	}
}

// EC2 counts cards without a gap, but nothing says that it always will.
func TestNetworkCardOfIndexesWithGaps(t *testing.T) {
	info, _ := FromDescribe([]types.InstanceTypeInfo{{
		InstanceType: "z9x.large",
		NetworkInfo: &types.NetworkInfo{NetworkCards: []types.NetworkCardInfo{
			{NetworkCardIndex: new(int32(3)), MaximumNetworkInterfaces: new(int32(33))},
			{NetworkCardIndex: new(int32(1)), MaximumNetworkInterfaces: new(int32(11))},
		}},
	}}).Lookup("z9x.large")
	for index, want := range map[int32]int32{1: 11, 3: 33} {
		card, ok := info.NetworkCard(index)
		if n, _ := card.MaxInterfaces(); !ok || n != want {
			t.Errorf("card %d: %d interfaces, %v; want %d", index, n, ok, want)
		}
	}
	for _, index := range []int32{-1, 0, 2, 4} {
		if card, ok := info.NetworkCard(index); ok || card != (Card{}) {
			t.Errorf("there is a card %d: %v", index, card)
		}
	}
}
